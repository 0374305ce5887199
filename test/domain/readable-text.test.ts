import { describe, expect, it, test } from '@jest/globals';
import { CARD_ACTIONS, customId, readCustomId } from '../../src/domain/card.js';
import { readableText } from '../../src/domain/readable-text.js';

describe('the readable text of a message', () => {
  it('holds every part on a line of its own', () => {
    const text = readableText({
      title: 'title',
      content: 'content',
      embeds: [
        {
          author: 'author',
          title: 'head',
          description: 'body',
          fields: [{ name: 'name', value: 'value' }],
          footer: 'foot',
        },
      ],
      attachments: [{ name: 'file.png', description: 'picture' }],
      poll: { question: 'question', answers: ['yes', 'no'] },
      snapshots: [{ content: 'forwarded' }],
      stickers: ['sticker'],
    });
    expect(text.split('\n')).toEqual([
      'title',
      'content',
      'author',
      'head',
      'body',
      'name',
      'value',
      'foot',
      'file.png',
      'picture',
      'question',
      'yes',
      'no',
      'forwarded',
      'sticker',
    ]);
  });

  it('is empty for a message without any text', () => {
    expect(readableText({ content: '', embeds: [{}], attachments: [{}] })).toBe('');
  });

  it('ends for a forward that pretends to nest without end', () => {
    expect(
      readableText(
        JSON.parse(
          '{"content":"x","snapshots":[{"content":"x","snapshots":[{"content":"x","snapshots":[{"content":"deep"}]}]}]}',
        ),
      ),
    ).not.toContain('deep');
  });
});

describe('the custom id of a button', () => {
  it('is read back as it was written', () => {
    for (const action of CARD_ACTIONS) expect(readCustomId(customId(action, 'a-1'))).toEqual({ action, id: 'a-1' });
  });

  test.each([
    '',
    'didbon',
    'didbon:confirm',
    'didbon:confirm:',
    'didbon:delete:1',
    'other:confirm:1',
    'didbon:confirm:1:2',
  ])('is not ours where it reads «%s»', (text) => {
    expect(readCustomId(text)).toBeUndefined();
  });
});
