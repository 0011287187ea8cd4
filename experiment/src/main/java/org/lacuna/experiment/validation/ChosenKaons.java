package org.lacuna.experiment.validation;

import java.util.Arrays;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Simulation;

/// How often the kaon that is chosen is another beam particle: of all selected events, and of those
/// in which the true kaon was among the candidates.
///
/// The candidates of a block are first the true kaons, then the pile-up.
public record ChosenKaons(Simulation sample) implements Look {
  /// Wrong ones of all selected events.
  public static final String WRONG = "wrong";

  /// Wrong ones where the true kaon was there.
  public static final String MISPAIRED = "mispaired";

  @Override
  public void block(Batch batch, long first, int count, Gathered into) {
    sample.run(batch, first, count);
    if (batch.isEmpty()) return;
    Measured seen = batch.seen();
    int kaons = seen.gtk.n - batch.pileUp().n;
    boolean[] isThere = new boolean[seen.n];
    for (int j = 0; j < kaons; j++) isThere[seen.gtk.parent[j]] = true;
    float[] weight = batch.truth().weight[Variant.NOMINAL.index()];
    Ratio wrong = into.ratio(WRONG);
    Ratio mispaired = into.ratio(MISPAIRED);
    for (int i : selected(sample, seen)) {
      double above = seen.kaonIndex[i] >= kaons ? weight[i] : 0;
      wrong.add(above, weight[i]);
      if (isThere[i]) mispaired.add(above, weight[i]);
    }
  }

  /// Rows that pass all cuts.
  static int[] selected(Simulation sample, Measured seen) {
    int required = sample.selection().required();
    int[] rows = new int[seen.n];
    int found = 0;
    for (int i = 0; i < seen.n; i++) {
      if ((required & ~seen.passed[i]) == 0) rows[found++] = i;
    }
    return Arrays.copyOf(rows, found);
  }
}
