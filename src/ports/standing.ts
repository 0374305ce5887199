/** How Discord takes what we ask of it. */
export interface Standing {
  /** Why less is asked of Discord than there is to ask, in words; undefined when all is well. Never throws. */
  fault(): string | undefined;
}
