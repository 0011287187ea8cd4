package org.lacuna.application.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import org.lacuna.application.run.Progress;

/// Progress on standard error: a bar that is redrawn on a terminal, one line for each tenth
/// otherwise.
public final class ProgressLine implements Progress {
  private static final int BAR = 30;
  private static final double NS = 1e-9;
  private static final double LEAST_SECONDS_BETWEEN = 0.2;

  private final PrintWriter err;
  private final boolean terminal;
  private String part = "";
  private double cost;
  private double done;
  private long started;
  private double lastShown;
  private int tenths;

  /// As a bar where somebody looks.
  @SuppressWarnings("SystemConsoleNull") // not since 22, but again since 25, where output is a file
  public static ProgressLine to(PrintWriter err) {
    Console console = System.console();
    return new ProgressLine(err, console != null && console.isTerminal());
  }

  ProgressLine(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public synchronized void begin(String part, double cost) {
    this.part = part;
    this.cost = cost;
    done = 0;
    tenths = 0;
    lastShown = 0;
    started = System.nanoTime();
  }

  @Override
  public synchronized void advance(double cost) {
    done += cost;
    double seconds = (System.nanoTime() - started) * NS;
    if (terminal) {
      if (seconds - lastShown < LEAST_SECONDS_BETWEEN && done < this.cost) return;
      lastShown = seconds;
      int filled = (int) (BAR * share());
      err.print("\r" + "#".repeat(filled) + ".".repeat(BAR - filled) + " " + text(seconds) + "  ");
      err.flush();
    } else if ((int) (10 * share()) > tenths) {
      tenths = (int) (10 * share());
      err.println(text(seconds));
      err.flush();
    }
  }

  private double share() {
    return cost > 0 ? Math.min(1, done / cost) : 1;
  }

  private String text(double seconds) {
    double left = share() > 0 ? seconds * (1 - share()) / share() : 0;
    return String.format(
        Locale.ROOT,
        "%3.0f %% of %.3g %s, %.3g per second, %.0f s left",
        100 * share(),
        cost,
        part,
        seconds > 0 ? done / seconds : 0,
        left);
  }

  @Override
  public synchronized void end() {
    if (terminal) err.println();
    err.flush();
  }
}
