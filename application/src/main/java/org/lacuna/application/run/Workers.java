package org.lacuna.application.run;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Threads that take pieces of work from one list, each the next one.
final class Workers {
  private static final double NS = 1e-9;

  private final double[] cpuSeconds;
  private final Progress progress;

  Workers(int threads, Progress progress) {
    cpuSeconds = new double[threads];
    this.progress = progress;
  }

  /// CPU seconds that each worker has spent.
  List<Double> cpuSeconds() {
    List<Double> all = new ArrayList<>();
    for (double seconds : cpuSeconds) all.add(seconds);
    return all;
  }

  /// Does all the work; the first failure ends it and is thrown again.
  void run(String part, List<? extends Work> work) {
    progress.begin(part, work.stream().mapToDouble(Work::cost).sum());
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < cpuSeconds.length; t++) {
      int number = t;
      Thread thread = new Thread(() -> loop(number, work, next, failure), "worker-" + t);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    try {
      for (Thread thread : threads) thread.join();
    } catch (InterruptedException e) {
      failure.compareAndSet(null, e);
      Thread.currentThread().interrupt();
    }
    Throwable thrown = failure.get();
    if (thrown instanceof RuntimeException e) throw e;
    if (thrown instanceof Error e) throw e;
    if (thrown != null) throw new IllegalStateException("the run was interrupted", thrown);
    progress.end();
  }

  private void loop(
      int number,
      List<? extends Work> work,
      AtomicInteger next,
      AtomicReference<@Nullable Throwable> failure) {
    Worker worker = new Worker();
    try {
      for (int k = next.getAndIncrement();
          k < work.size() && failure.get() == null;
          k = next.getAndIncrement()) {
        work.get(k).on(worker);
        progress.advance(work.get(k).cost());
      }
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
    }
    cpuSeconds[number] += NS * ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
