/**
 * The part of natural's Bayes classifier that we use, typed here because natural's own types
 * pull in TypeScript sources that do not compile under our settings.
 */
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  class BayesClassifier {
    constructor(stemmer?: object, smoothing?: number);
    /** The state of apparatus' classifier, which natural wraps. Features are numbered in the order of `features`. */
    readonly classifier: {
      readonly classFeatures: Record<string, Record<number, number>>;
      readonly classTotals: Record<string, number>;
      totalExamples: number;
      readonly smoothing: number;
    };
    readonly docs: readonly { readonly label: string; readonly text: readonly string[] }[];
    readonly features: Record<string, number>;
    lastAdded: number;
    addDocument(tokens: readonly string[], label: string): void;
    train(): void;
    getClassifications(tokens: readonly string[]): readonly { readonly label: string; readonly value: number }[];
    classify(tokens: readonly string[]): string;
  }
  export = BayesClassifier;
}
