package org.lacuna.physics.process;

import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;
import static org.lacuna.physics.standard.MuonNeutrinoPhoton.NORM;
import static org.lacuna.physics.standard.PhotonEmission.INTERFERENCE;
import static org.lacuna.physics.standard.PhotonEmission.STRUCTURE;

import org.lacuna.core.function.Curve;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.AcceptReject.Proposal;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.Radiative;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.standard.KaonFormFactors;
import org.lacuna.physics.standard.MuonNeutrinoPhoton;
import org.lacuna.physics.standard.PhotonEmission;

/// K⁺ → μ⁺νγ. Density in [MuonNeutrinoPhoton].
///
/// Either thrown as it is from 1 MeV on, as nature does and the acceptance of K⁺ → μ⁺ν needs; or
/// with a hard photon in every event and a weight, because what passes as background comes from the
/// 0.2 % of the decays with large missing mass.
public final class MuonPhoton implements DecayModel {
  /// Where forced photons begin: a squared missing mass above 0.03 GeV² needs 32 MeV.
  public static final double HARD_PHOTON_GEV = 0.02;

  private static final double K = KAON.massGeV();
  private static final double R = MUON.massGeV() * MUON.massGeV() / (K * K);

  /// Rounding may lift a weight above its bound by a few parts in 10⁷; a grid may miss the maximum
  /// by less than a percent.
  private static final double MARGIN = 1.01;

  private static final int GRID = 50;

  private final double branchingFraction;
  private final boolean forced;
  private final double bound;
  private final Radiative radiative;

  private MuonPhoton(MuonNeutrinoPhoton formula, boolean forced) {
    this.forced = forced;
    branchingFraction = formula.branchingFraction();
    bound = MARGIN * largest(formula);
    KaonFormFactors factors = formula.formFactors();
    radiative =
        new Radiative(
            MUON.massGeV(),
            0,
            formula.photonFromGeV(),
            1 - R,
            x -> StrictMath.log(x / PhotonEmission.lowest(x)),
            emission(factors, bound),
            structure(factors),
            soft(formula));
  }

  /// The decay as it is: about half of the proposals is kept.
  public static MuonPhoton natural(MuonNeutrinoPhoton formula) {
    return new MuonPhoton(formula, false);
  }

  /// Flat logarithms of x and v, and a weight of mean 1: as many events where photons are hard as
  /// where they are soft.
  public static MuonPhoton weighted(MuonNeutrinoPhoton formula) {
    return new MuonPhoton(formula, true);
  }

  /// A hard photon in every event, x and v with flat logarithms, and a weight of mean 1.
  public static MuonPhoton forced(MuonNeutrinoPhoton formula) {
    return weighted(formula.withPhotonFrom(HARD_PHOTON_GEV));
  }

  @Override
  public String name() {
    return "munugamma";
  }

  /// With a photon above the least energy.
  @Override
  public double branchingFraction() {
    return branchingFraction;
  }

  @Override
  public Particle charged() {
    return MUON;
  }

  @Override
  public int photons() {
    return 1;
  }

  @Override
  public void decay(Truth truth, Draws draw) {
    if (forced) {
      radiative.weighted(truth, draw, truth.photon[0], NORM * bound / branchingFraction);
    } else {
      radiative.decay(truth, draw, truth.photon[0]);
    }
  }

  /// From `ln(v₊/v₋)` to the share of bremsstrahlung and interference; the logarithm goes to the
  /// work space.
  private static Proposal emission(KaonFormFactors factors, double bound) {
    float perBound = (float) (1 / bound);
    float r = (float) R;
    float twice = (float) (2 * (1 - R));
    float sum0 = (float) (-INTERFERENCE * factors.sum(0));
    float sum1 = (float) (INTERFERENCE * factors.sumSlope());
    float difference0 = (float) (-INTERFERENCE * factors.difference(0));
    float difference1 = (float) (INTERFERENCE * factors.differenceSlope());
    return (u, v, weight, work, i) -> {
      float x = u[i];
      float y = Math.fma(1f - x, v[i], -r * x);
      float sum = Math.fma(sum1, x, sum0);
      float difference = Math.fma(difference1, x, difference0);
      float bremsstrahlung = Math.fma(twice, y / (x * v[i]), x);
      float interference = sum * y - difference * Math.fma(x, x, y);
      work[i] = weight[i] * perBound;
      weight[i] = work[i] * (x - v[i]) * (bremsstrahlung + interference);
    };
  }

  /// Adds the structure part.
  private static Proposal structure(KaonFormFactors factors) {
    double scale = Math.sqrt(STRUCTURE);
    float r = (float) R;
    float sum0 = (float) (scale * factors.sum(0));
    float sum1 = (float) (-scale * factors.sumSlope());
    float difference0 = (float) (scale * factors.difference(0));
    float difference1 = (float) (-scale * factors.differenceSlope());
    return (u, v, weight, work, i) -> {
      float x = u[i];
      float w = x - v[i];
      float y = Math.fma(1f - x, v[i], -r * x);
      float sum = Math.fma(sum1, x, sum0);
      float difference = Math.fma(difference1, x, difference0);
      float plus = sum * sum * v[i] * y;
      float minus = difference * difference * w * Math.fma(1f - x, w, r * x);
      float all = Math.fma(work[i] * x * v[i], plus + minus, weight[i]);
      // At the edge rounding may leave less than nothing.
      weight[i] = Math.max(0f, all);
    };
  }

  /// Multiplies by what the infrared recipe makes of the fixed order.
  private static Proposal soft(MuonNeutrinoPhoton formula) {
    Curve soft = new Curve(2 * formula.photonFromGeV() / K, 1 - R, formula.soft());
    return (u, v, weight, work, i) -> weight[i] *= soft.at(u[i]);
  }

  /// Largest weight of a proposal, on a grid with flat logarithms.
  private static double largest(MuonNeutrinoPhoton formula) {
    double lowX = 2 * formula.photonFromGeV() / K;
    double largest = 0;
    for (int i = 0; i < GRID; i++) {
      double x = lowX * StrictMath.pow((1 - R) / lowX, (i + 0.5) / GRID);
      double low = PhotonEmission.lowest(x);
      for (int j = 0; j < GRID; j++) {
        double v = low * StrictMath.pow(x / low, (j + 0.5) / GRID);
        double weight = x * v * StrictMath.log(x / low) * formula.density(x, v) / NORM;
        largest = Math.max(largest, weight);
      }
    }
    return largest;
  }
}
