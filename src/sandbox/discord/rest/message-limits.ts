import {
  type APIEmbed,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { type JsonRecord, listOf, recordOf, textOf } from '../json.js';
import { invalidBody } from './api-error.js';

/** Refuses embeds beyond Discord's limits, naming the first that is too long. */
export function checkEmbeds(embeds: readonly APIEmbed[]): readonly APIEmbed[] {
  if (embeds.length > 10) throw invalidBody('embeds', 'BASE_TYPE_MAX_LENGTH', 'Must be 10 or fewer in length.');
  for (const [at, embed] of embeds.entries()) checkEmbed(embed, `embeds.${at}`);
  const total = embeds.reduce((sum, embed) => sum + lengthOf(embed), 0);
  if (total > 6000) throw invalidBody('embeds', 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
  return embeds;
}

/** Refuses rows and buttons that Discord would refuse: too many, too long, nameless, or with one custom id twice. */
export function checkComponents(
  components: readonly APIMessageTopLevelComponent[],
): readonly APIMessageTopLevelComponent[] {
  if (components.length > 5)
    throw invalidBody('components', 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.');
  const seen = new Set<string>();
  for (const [at, row] of components.entries()) {
    const place = `components.${at}`;
    if (row.type !== ComponentType.ActionRow) continue;
    if (row.components.length < 1 || row.components.length > 5)
      throw invalidBody(`${place}.components`, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.');
    for (const [index, part] of row.components.entries()) checkPart(part, `${place}.components.${index}`, seen);
  }
  return components;
}

type RowPart = Extract<APIMessageTopLevelComponent, { type: ComponentType.ActionRow }>['components'][number];

function checkPart(part: RowPart, place: string, seen: Set<string>): void {
  if (part.type === ComponentType.Button && part.style !== ButtonStyle.Premium) {
    atMost(part.label, 80, `${place}.label`);
    if (!part.label && part.emoji === undefined)
      throw invalidBody(`${place}.label`, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or emoji is required.');
  }
  if (part.type === ComponentType.StringSelect) checkMenu(part, place);
  if (!('custom_id' in part)) return;
  if (!part.custom_id) throw invalidBody(`${place}.custom_id`, 'BASE_TYPE_REQUIRED', 'This field is required');
  atMost(part.custom_id, 100, `${place}.custom_id`);
  if (seen.has(part.custom_id))
    throw invalidBody(
      `${place}.custom_id`,
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    );
  seen.add(part.custom_id);
}

function checkMenu({ options, placeholder }: APIStringSelectComponent, place: string): void {
  atMost(placeholder, 150, `${place}.placeholder`);
  if (options.length < 1 || options.length > 25)
    throw invalidBody(`${place}.options`, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 25 in length.');
  for (const [at, option] of options.entries()) {
    atMost(option.label, 100, `${place}.options.${at}.label`);
    atMost(option.value, 100, `${place}.options.${at}.value`);
    atMost(option.description, 100, `${place}.options.${at}.description`);
  }
}

/** Refuses a form whose title or labels are longer than Discord takes. */
export function checkForm(form: JsonRecord): JsonRecord {
  const { title, custom_id: customId, components } = form;
  needed(title, 'title');
  atMost(textOf(title), 45, 'title');
  atMost(textOf(customId), 100, 'custom_id');
  for (const [at, row] of listOf(components).entries()) {
    const { components: fields } = recordOf(row);
    for (const [index, field] of listOf(fields).entries()) {
      const { label } = recordOf(field);
      atMost(textOf(label), 45, `components.${at}.components.${index}.label`);
    }
  }
  return form;
}

function checkEmbed(embed: APIEmbed, place: string): void {
  atMost(embed.title, 256, `${place}.title`);
  atMost(embed.description, 4096, `${place}.description`);
  atMost(embed.footer?.text, 2048, `${place}.footer.text`);
  atMost(embed.author?.name, 256, `${place}.author.name`);
  const fields = embed.fields ?? [];
  if (fields.length > 25)
    throw invalidBody(`${place}.fields`, 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.');
  for (const [at, field] of fields.entries()) {
    needed(field.name, `${place}.fields.${at}.name`);
    needed(field.value, `${place}.fields.${at}.value`);
    atMost(field.name, 256, `${place}.fields.${at}.name`);
    atMost(field.value, 1024, `${place}.fields.${at}.value`);
  }
}

function needed(text: unknown, place: string): void {
  if (typeof text !== 'string' || text === '') throw invalidBody(place, 'BASE_TYPE_REQUIRED', 'This field is required');
}

function atMost(text: string | undefined, limit: number, place: string): void {
  if (text === undefined || text === null || [...text].length <= limit) return;
  throw invalidBody(place, 'BASE_TYPE_MAX_LENGTH', `Must be ${limit} or fewer in length.`);
}

function lengthOf(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).flatMap((field) => [field.name, field.value]);
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name, ...fields];
  return texts.reduce((sum, text) => sum + [...(text ?? '')].length, 0);
}
