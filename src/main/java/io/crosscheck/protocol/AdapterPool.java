package io.crosscheck.protocol;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Several processes of one adapter. Each has its share of the cases, in turn, and works on those
 * that are foreseen while the answers of others are awaited. Answers are asked for in the order of
 * the run, so that nothing but time depends on how many processes there are.
 */
public final class AdapterPool implements Backend, AsksAhead {

  private final List<AdapterProcess> processes;
  private final Map<String, AdapterProcess> shares = new HashMap<>();
  private AdapterProcess asked;

  private AdapterPool(List<AdapterProcess> processes) {
    this.processes = processes;
    this.asked = processes.get(0);
    Patience patience = new Patience();
    processes.forEach(process -> process.share(patience));
  }

  /** Starts one process. */
  @FunctionalInterface
  public interface Start {
    AdapterProcess start() throws CannotStartException, DescribeFailedException;
  }

  /**
   * Starts that many processes, all at once.
   *
   * @throws CannotStartException if one can't be started
   * @throws DescribeFailedException if one doesn't describe itself, or as another than the first
   */
  public static AdapterPool start(int count, Start start)
      throws CannotStartException, DescribeFailedException {
    List<CompletableFuture<AdapterProcess>> starts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      CompletableFuture<AdapterProcess> started = new CompletableFuture<>();
      starts.add(started);
      Thread thread = new Thread(() -> complete(started, start), "adapter-start");
      thread.setDaemon(true);
      thread.start();
    }
    List<AdapterProcess> processes = new ArrayList<>();
    try {
      for (CompletableFuture<AdapterProcess> started : starts) {
        processes.add(started.join());
        checkAlike(processes.get(0), processes.get(processes.size() - 1));
      }
    } catch (CompletionException e) {
      closeAll(starts);
      throw failure(e);
    } catch (DescribeFailedException e) {
      closeAll(starts);
      throw e;
    }
    return new AdapterPool(processes);
  }

  private static void complete(CompletableFuture<AdapterProcess> started, Start start) {
    try {
      started.complete(start.start());
    } catch (CannotStartException | DescribeFailedException | RuntimeException e) {
      started.completeExceptionally(e);
    }
  }

  private static void checkAlike(AdapterProcess first, AdapterProcess other)
      throws DescribeFailedException {
    if (!other.description().equals(first.description())) {
      throw new DescribeFailedException(
          "two processes of the adapter describe themselves differently: "
              + first.description()
              + " and "
              + other.description());
    }
  }

  private static void closeAll(List<CompletableFuture<AdapterProcess>> starts) {
    starts.forEach(started -> started.whenComplete((process, e) -> closeIfThere(process)));
  }

  private static void closeIfThere(@Nullable AdapterProcess process) {
    if (process != null) {
      process.close();
    }
  }

  private static DescribeFailedException failure(CompletionException e)
      throws CannotStartException {
    if (e.getCause() instanceof CannotStartException cannotStart) {
      throw cannotStart;
    }
    if (e.getCause() instanceof DescribeFailedException failed) {
      return failed;
    }
    throw e;
  }

  @Override
  public Description description() {
    return processes.get(0).description();
  }

  @Override
  public synchronized void foresee(List<Foreseen> requests) {
    Map<AdapterProcess, List<Foreseen>> byProcess = new HashMap<>();
    for (Foreseen request : requests) {
      byProcess
          .computeIfAbsent(process(request.caseId()), process -> new ArrayList<>())
          .add(request);
    }
    byProcess.forEach(AdapterProcess::foresee);
  }

  @Override
  public synchronized void startCase(String id) {
    asked = process(id);
    asked.startCase(id);
  }

  private AdapterProcess process(String caseId) {
    return shares.computeIfAbsent(caseId, id -> processes.get(shares.size() % processes.size()));
  }

  @Override
  public synchronized Answer answer(Request request) {
    processes.stream().filter(process -> process != asked).forEach(AdapterProcess::workAhead);
    return asked.answer(request);
  }

  @Override
  public synchronized void close() {
    processes.forEach(AdapterProcess::close);
  }
}
