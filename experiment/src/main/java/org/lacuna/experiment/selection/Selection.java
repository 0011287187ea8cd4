package org.lacuna.experiment.selection;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.lacuna.core.batch.Columns;
import org.lacuna.core.function.FloatMath;
import org.lacuna.experiment.event.Measured;

/// The cuts in their order. Each is applied to every event and leaves one bit, from which the
/// cutflow, the events that fail one cut only, and regions follow.
///
/// A cut that reads a column which is absent is not applied: it leaves no bit and is not required.
public final class Selection {
  /// A bit goes through a float, which holds 24 of them exactly.
  private static final int MOST_CUTS = 24;

  private final List<Cut> cuts;
  private final Set<String> absent;
  private final boolean[] applied;
  private final int required;

  /// @param cuts in order, at most 24, each with its own label
  public Selection(List<Cut> cuts) {
    this(cuts, Set.of());
  }

  private Selection(List<Cut> cuts, Set<String> absent) {
    if (cuts.size() > MOST_CUTS) {
      throw new IllegalArgumentException(
          "a selection has at most " + MOST_CUTS + " cuts, not " + cuts.size());
    }
    List<String> labels = cuts.stream().map(Cut::label).toList();
    for (String label : labels) {
      if (Collections.frequency(labels, label) > 1) {
        throw new IllegalArgumentException("two cuts are called '" + label + "'; rename one");
      }
    }
    this.cuts = List.copyOf(cuts);
    this.absent = Set.copyOf(absent);
    applied = new boolean[cuts.size()];
    int bits = 0;
    Measured probe = new Measured();
    Map<String, float[]> columns = Columns.of(probe);
    for (int c = 0; c < applied.length; c++) {
      applied[c] = Collections.disjoint(cuts.get(c).reads(probe, columns), absent);
      if (applied[c]) bits |= 1 << c;
    }
    required = bits;
  }

  /// The same cuts where some columns do not exist.
  ///
  /// @param absent names of measured columns
  public Selection without(Set<String> absent) {
    return new Selection(cuts, absent);
  }

  /// Names of the measured columns that do not exist.
  public Set<String> absent() {
    return absent;
  }

  public List<Cut> cuts() {
    return cuts;
  }

  /// The labels of the cuts, in order.
  public List<String> labels() {
    return cuts.stream().map(Cut::label).toList();
  }

  /// Whether a cut is applied.
  public boolean applies(int cut) {
    return applied[cut];
  }

  /// The bits that a selected event has.
  public int required() {
    return required;
  }

  /// The cuts that an event fails, in order.
  public IntStream failed(int passed) {
    return IntStream.range(0, cuts.size()).filter(c -> (required & ~passed & (1 << c)) != 0);
  }

  /// Sets the bits of all rows.
  public void apply(Measured event) {
    float[] margin = event.scratch[0];
    Arrays.fill(event.passed, 0, event.n, 0);
    for (int c = 0; c < applied.length; c++) {
      if (!applied[c]) continue;
      Arrays.fill(margin, 0, event.n, 1f);
      cuts.get(c).lowering().lower(margin, event);
      mark(margin, (float) (1 << c), event.passed, event.n);
    }
  }

  private static void mark(float[] margin, float bit, int[] passed, int n) {
    for (int i = 0; i < n; i++) passed[i] |= (int) (bit * FloatMath.step(margin[i]));
  }
}
