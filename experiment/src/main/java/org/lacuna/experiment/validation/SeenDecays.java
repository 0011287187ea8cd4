package org.lacuna.experiment.validation;

import java.util.List;
import java.util.Map;
import org.lacuna.core.batch.Ray;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Constants;

/// What a finite lifetime τ of N costs, when each decay of N before the end of the vetoes loses the
/// event: the acceptance of a stable N over that of one with τ.
///
/// An event survives with `exp(−t/τ)`, where `t = (z_end − z) m_N/(p_z c)` is the proper time of N
/// up to the end, and p of N is that of the kaon less that of the muon.
///
/// @param massGeV m_N
/// @param endM where the vetoes end, by name
/// @param lifetimesNs τ
public record SeenDecays(
    Simulation sample, double massGeV, Map<String, Double> endM, List<Double> lifetimesNs)
    implements Look {
  private static final double LEAST_FORWARD_GEV = 1e-3;

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
      for (double lifetimeNs : lifetimesNs) {
        Ratio loss = into.ratio(name(end, lifetimeNs));
        for (int i : selected) {
          double weight = truth.weight[Variant.NOMINAL.index()][i];
          loss.add(weight, weight * StrictMath.exp(-properNs(truth, i, z) / lifetimeNs));
        }
      }
    });
  }

  private double properNs(Truth truth, int i, double endM) {
    double forward = forwardGeV(truth.kaon, i) - forwardGeV(truth.chargedRay, i);
    double perMomentum = massGeV / Math.max(LEAST_FORWARD_GEV, forward);
    return (endM - truth.decayZ[i]) * perMomentum / Constants.SPEED_OF_LIGHT_M_PER_NS;
  }

  private static double forwardGeV(Ray ray, int i) {
    double x = ray.slopeX[i];
    double y = ray.slopeY[i];
    return ray.momentum[i] / Math.sqrt(1 + x * x + y * y);
  }
}
