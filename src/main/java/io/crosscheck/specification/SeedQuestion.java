package io.crosscheck.specification;

import java.util.List;

/**
 * A question that people ask about these operations, and the feature that answers it.
 *
 * @param page the feature's page below the specification's index
 */
record SeedQuestion(String question, String page) {

  static final List<SeedQuestion> ALL =
      List.of(
          new SeedQuestion(
              "What should the last layer give, probabilities or logits?",
              "cross-entropy/categorical-cross-entropy-probabilities-or-logits.html"),
          new SeedQuestion("What does a one-hot target look like?", "one-hot/one-hot.html"),
          new SeedQuestion(
              "Where is the 1/N: is the loss a mean over the batch?",
              "cross-entropy/categorical-cross-entropy-mean.html"),
          new SeedQuestion(
              "My channels come first: along which axis are the classes?",
              "cross-entropy/categorical-cross-entropy-axis.html"),
          new SeedQuestion(
              "Why are probabilities divided by their sum before the loss?",
              "cross-entropy/categorical-cross-entropy-renormalisation.html"),
          new SeedQuestion(
              "Is binary cross-entropy that of the sigmoid or that of the softmax?",
              "cross-entropy/binary-cross-entropy.html"),
          new SeedQuestion(
              "How do I take the softmax along an axis in the middle?",
              "softmax/softmax-axis.html"),
          new SeedQuestion(
              "My sequences differ in length: which output of the LSTM counts?",
              "masking/last-relevant.html"),
          new SeedQuestion(
              "Why does my loss stop at 0.5514: is softmax applied twice?",
              "cross-entropy/softmax-cross-entropy-with-logits-double-softmax.html"),
          new SeedQuestion(
              "Can I use binary cross-entropy on softmax outputs?",
              "cross-entropy/binary-cross-entropy-on-softmax.html"));
}
