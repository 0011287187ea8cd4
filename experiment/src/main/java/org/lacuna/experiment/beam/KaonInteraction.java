package org.lacuna.experiment.beam;

import java.util.Arrays;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.FourVectors;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

/// Kaons that interact inelastically in the last beam station, which has measured them: a leading
/// π⁺ may pass for the muon, if the guard counter behind the station misses everything else.
///
/// The π⁺ has a share x of the momentum of the kaon with the density `2(1 − x)`, and a transverse
/// momentum with `exp(−p_T²/⟨p_T²⟩)`. The other products are as many as Poisson says and are missed
/// one by one. What else might see them is neglected, so that the rate is an upper estimate.
///
/// @param perFiducialDecay interactions for each decay in the fiducial volume
/// @param transverseGeV `√⟨p_T²⟩` of the π⁺
/// @param products mean number of other charged products
/// @param seen probability that the guard counter sees one of them
public record KaonInteraction(
    double perFiducialDecay, double transverseGeV, double products, double seen)
    implements DecayModel {
  private static final float LEAST_FORWARD_GEV = 1e-3f;

  public KaonInteraction {
    if (!(perFiducialDecay > 0 && transverseGeV > 0 && products >= 0 && seen >= 0 && seen <= 1)) {
      throw new IllegalArgumentException(
          "perFiducialDecay = "
              + perFiducialDecay
              + " and transverseGeV = "
              + transverseGeV
              + " must be above 0, products = "
              + products
              + " not below, seen = "
              + seen
              + " a probability");
    }
  }

  @Override
  public String name() {
    return "gtk3-inelastic";
  }

  /// In units of decays.
  @Override
  public double branchingFraction() {
    return perFiducialDecay;
  }

  @Override
  public Particle charged() {
    return Particle.PION;
  }

  /// Probability that the guard counter sees none of the other products.
  public double missed() {
    return StrictMath.exp(-products * seen);
  }

  /// Fills the π⁺ in the laboratory, with z along the kaon: there is no frame in which it could be
  /// turned at random.
  @Override
  public void decay(Truth truth, Draws draw) {
    float[] share = truth.scratch[0];
    float[] transverse = truth.scratch[1];
    float[] turn = truth.scratch[2];
    draw.uniforms("leading pion", truth, share, transverse, turn);
    FourVectors pion = truth.charged;
    double mass = charged().massGeV();
    for (int i = 0; i < truth.n; i++) {
      double along = truth.kaon.momentum[i] * (1 - Math.sqrt(share[i]));
      double across = transverseGeV * Math.sqrt(-StrictMath.log(transverse[i]));
      pion.x[i] = (float) (across * StrictMath.cos(2 * Math.PI * turn[i]));
      pion.y[i] = (float) (across * StrictMath.sin(2 * Math.PI * turn[i]));
      pion.z[i] = (float) along;
      pion.energy[i] = (float) Math.sqrt(mass * mass + along * along + across * across);
    }
    Arrays.fill(share, 0, truth.n, (float) missed());
    truth.weigh(share);
  }

  /// Sends the π⁺ from where the kaon has been measured.
  public void produce(Truth truth) {
    FourVectors pion = truth.charged;
    Ray ray = truth.chargedRay;
    ray.append(truth.kaon, 0, truth.n);
    for (int i = 0; i < truth.n; i++) {
      float forward = Math.max(LEAST_FORWARD_GEV, pion.z[i]);
      ray.slopeX[i] += pion.x[i] / forward;
      ray.slopeY[i] += pion.y[i] / forward;
      float across2 = Math.fma(pion.x[i], pion.x[i], pion.y[i] * pion.y[i]);
      ray.momentum[i] = (float) Math.sqrt(Math.fma(forward, forward, across2));
      truth.decayZ[i] = truth.kaon.z[i];
    }
  }
}
