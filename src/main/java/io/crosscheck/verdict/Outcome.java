package io.crosscheck.verdict;

/** What a judgement may come to. */
public enum Outcome {
  PASSED,
  FAILED,
  UNSUPPORTED,
  ERRORED
}
