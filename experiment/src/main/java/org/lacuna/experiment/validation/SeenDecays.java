package org.lacuna.experiment.validation;

import java.util.List;
import java.util.Map;
import org.lacuna.experiment.response.NeutralFlight;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.physics.decay.Truth;

/// What a finite lifetime τ of N costs, when each decay of N before the end of the vetoes loses the
/// event: the acceptance of a stable N over that of one with τ.
///
/// @param massGeV m_N of stable N, which the sample has
/// @param endM where the vetoes end, by name
/// @param lifetimesNs τ
public record SeenDecays(
    Simulation sample, double massGeV, Map<String, Double> endM, List<Double> lifetimesNs)
    implements Look {
  public SeenDecays {
    endM = Map.copyOf(endM);
    lifetimesNs = List.copyOf(lifetimesNs);
  }

  /// Name of the ratio for an end and a lifetime.
  public static String name(String end, double lifetimeNs) {
    return end + "/" + lifetimeNs;
  }

  @Override
  public void block(Batch batch, long first, int count, Gathered into) {
    sample.run(batch, first, count);
    if (batch.isEmpty()) return;
    Truth truth = batch.truth();
    int[] selected = ChosenKaons.selected(sample, batch.seen());
    endM.forEach((end, z) -> {
      NeutralFlight flight = new NeutralFlight(massGeV, z);
      for (double lifetimeNs : lifetimesNs) {
        Ratio loss = into.ratio(name(end, lifetimeNs));
        for (int i : selected) {
          double weight = truth.weight[Variant.NOMINAL.index()][i];
          loss.add(weight, weight * flight.survival(truth, i, lifetimeNs));
        }
      }
    });
  }
}
