package io.crosscheck.bench;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * One implementation with as many instances as threads may ask at once: a backend takes calls one
 * at a time.
 *
 * @param name as the command line has it
 */
public record Contestant(String name, List<UnderTest> instances) {

  /** What one round came to. */
  record Round(double seconds, List<Answer> last) {}

  /** Has each of so many instances answer {@code calls} times, all at once. */
  Round round(ExecutorService executor, Request request, int threads, int calls)
      throws InterruptedException {
    List<Callable<Answer>> tasks = new ArrayList<>();
    for (UnderTest instance : instances.subList(0, threads)) {
      tasks.add(() -> repeated(instance, request, calls));
    }
    long start = System.nanoTime();
    List<Future<Answer>> futures = executor.invokeAll(tasks);
    double seconds = (System.nanoTime() - start) * 1e-9;
    List<Answer> last = new ArrayList<>();
    for (Future<Answer> future : futures) {
      last.add(answer(future));
    }
    return new Round(seconds, last);
  }

  private static Answer repeated(UnderTest instance, Request request, int calls) {
    Answer answer = instance.answer(request);
    for (int i = 1; i < calls; i++) {
      answer = instance.answer(request);
    }
    return answer;
  }

  private static Answer answer(Future<Answer> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return new Answer.Failed("threw " + e.getCause());
    }
  }
}
