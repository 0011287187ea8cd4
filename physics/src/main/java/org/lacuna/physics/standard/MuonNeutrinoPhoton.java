package org.lacuna.physics.standard;

import static org.lacuna.physics.particle.BranchingFraction.MUON_NEUTRINO;
import static org.lacuna.physics.particle.Constants.ALPHA;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.physics.decay.GaussLegendre;
import org.lacuna.physics.decay.MissingMassSpectrum;

/// K⁺ → μ⁺νγ with a photon above an energy: inner bremsstrahlung, structure and interference.
///
/// `d²B/dx dv = B(μν) α / [2π (1 − r)²] Σ strength · f(x, v)` in fixed order, the sum over
/// [PhotonEmission]. The rate is normalised to the measured inclusive K⁺ → μ⁺ν(γ). Left out are
/// corrections of relative order α to the hard photon (1 %).
///
/// What is softer than the least photon energy counts as K⁺ → μ⁺ν; a photon that lifts the squared
/// missing mass above 0.03 GeV² has at least 32 MeV, so the cut is not seen there. There are two
/// [#INFRARED] recipes: fixed order, and soft photons summed to all orders ([SoftPhotons]).
///
/// @param formFactors of the structure part
/// @param parts of the rate that are summed
/// @param photonFromGeV least photon energy in the kaon frame, above 0: the rate diverges there
/// @param soft what summing soft photons makes of the rate, as a factor at x; 1 in fixed order
/// @cite Bijnens1993, KLOE2009
public record MuonNeutrinoPhoton(
    KaonFormFactors formFactors,
    Set<PhotonEmission> parts,
    double photonFromGeV,
    DoubleUnaryOperator soft)
    implements MissingMassSpectrum {

  /// The infrared recipes a user can ask for.
  public static final Map<String, UnaryOperator<MuonNeutrinoPhoton>> INFRARED =
      Map.of("fixed-order", decay -> decay, "resummed", MuonNeutrinoPhoton::withSoftPhotons);

  /// What samples and branching fractions call a photon.
  public static final double SOFTEST_PHOTON_GEV = 1e-3;

  private static final double M = MUON.massGeV();
  private static final double K = KAON.massGeV();
  private static final double R = M * M / (K * K);

  /// What multiplies the sum over the parts in the density.
  public static final double NORM = MUON_NEUTRINO * ALPHA / (2 * Math.PI * (1 - R) * (1 - R));

  private static final GaussIntegrator UNIT = GaussLegendre.of(48, 0, 1);

  /// @throws IllegalArgumentException if the photon energy is not above 0
  public MuonNeutrinoPhoton {
    parts = Set.copyOf(parts);
    if (!(photonFromGeV > 0)) {
      throw new IllegalArgumentException(
          "photonFromGeV is "
              + photonFromGeV
              + ": give an energy above 0, where the rate diverges; samples use "
              + SOFTEST_PHOTON_GEV);
    }
  }

  /// Fixed order.
  public MuonNeutrinoPhoton(
      KaonFormFactors formFactors, Set<PhotonEmission> parts, double photonFromGeV) {
    this(formFactors, parts, photonFromGeV, x -> 1);
  }

  /// Fixed order, all parts, photons above 1 MeV.
  public MuonNeutrinoPhoton(KaonFormFactors formFactors) {
    this(formFactors, EnumSet.allOf(PhotonEmission.class), SOFTEST_PHOTON_GEV);
  }

  /// The same with soft photons summed to all orders, so that the rate of all photon energies
  /// together is that of K⁺ → μ⁺ν(γ).
  public MuonNeutrinoPhoton withSoftPhotons() {
    return new MuonNeutrinoPhoton(
        formFactors, parts, photonFromGeV, new SoftPhotons(this).factor());
  }

  /// The same with another least photon energy.
  public MuonNeutrinoPhoton withPhotonFrom(double energyGeV) {
    return new MuonNeutrinoPhoton(formFactors, parts, energyGeV, soft);
  }

  /// The same with some of the parts only.
  public MuonNeutrinoPhoton withParts(PhotonEmission first, PhotonEmission... rest) {
    return new MuonNeutrinoPhoton(formFactors, EnumSet.of(first, rest), photonFromGeV, soft);
  }

  /// `d²B/dx dv`; 0 outside the Dalitz region and below the least photon energy.
  ///
  /// @param x twice the photon energy over m_K
  /// @param v as in [PhotonEmission]
  public double density(double x, double v) {
    boolean inside = x >= lowestX() && x < 1 - R && v >= PhotonEmission.lowest(x) && v <= x;
    return inside ? summed(x, v) : 0;
  }

  /// `dB/dx`, the photon spectrum; 0 outside its range.
  public double photonSpectrum(double x) {
    return x >= lowestX() && x < 1 - R ? overV(v -> summed(x, v), x, x) : 0;
  }

  @Override
  public double lowestGeV2() {
    return 0;
  }

  @Override
  public double highestGeV2() {
    return (K - M) * (K - M);
  }

  @Override
  public double density(double missingMassSquaredGeV2) {
    double w = missingMassSquaredGeV2 / (K * K);
    if (!(missingMassSquaredGeV2 > lowestGeV2() && missingMassSquaredGeV2 < highestGeV2())) {
      return 0;
    }
    double softest = lowestV(w);
    double hardest = PhotonEmission.lowest(w / smallestX(w));
    double low = StrictMath.log(Math.max(softest, lowestX() - w));
    double range = StrictMath.log(hardest) - low;
    if (!(range > 0)) return 0;
    return range
        * UNIT.integrate(u -> {
          double v = StrictMath.exp(low + range * u);
          return v * summed(w + v, v);
        })
        / (K * K);
  }

  @Override
  public double integral(DoubleUnaryOperator weight, double thresholdGeV2) {
    if (thresholdGeV2 >= highestGeV2()) return 0;
    double w = Math.max(0, thresholdGeV2 / (K * K));
    double high = w > 0 ? w / smallestX(w) : 1 - R;
    double range = StrictMath.log(high / Math.max(lowestX(), smallestX(w)));
    if (!(range > 0)) return 0;
    return range
        * UNIT.integrate(u -> {
          // Squared towards the upper end: all that is not a plain 1/x is there.
          double x = high * StrictMath.exp(-range * u * u);
          return 2
              * u
              * x
              * overV(v -> weight.applyAsDouble((x - v) * K * K) * summed(x, v), x, x - w);
        });
  }

  /// The least photon energy that leads to a squared missing mass, `x₋ m_K/2` with `x∓ = [1 + w − r
  /// ∓ √((1 + w − r)² − 4w)]/2`.
  ///
  /// @param missingMassSquaredGeV2 from 0 to `(m_K − m_μ)²`
  public static double leastPhotonEnergyGeV(double missingMassSquaredGeV2) {
    return smallestX(missingMassSquaredGeV2 / (K * K)) * K / 2;
  }

  /// The largest photon energy, `(1 − r) m_K/2`.
  public static double highestPhotonGeV() {
    return (1 - R) * K / 2;
  }

  private double summed(double x, double v) {
    double sum = formFactors.sum(x);
    double difference = formFactors.difference(x);
    double total = 0;
    for (PhotonEmission part : PhotonEmission.values()) {
      if (parts.contains(part)) total += part.strength(sum, difference) * part.at(x, v);
    }
    return NORM * soft.applyAsDouble(x) * total;
  }

  private static double overV(DoubleUnaryOperator f, double x, double high) {
    double low = StrictMath.log(PhotonEmission.lowest(x));
    double range = StrictMath.log(high) - low;
    if (!(range > 0)) return 0;
    return range
        * UNIT.integrate(u -> {
          double v = StrictMath.exp(low + range * u);
          return v * f.applyAsDouble(v);
        });
  }

  private double lowestX() {
    return 2 * photonFromGeV / K;
  }

  /// x₋ without the difference of nearly equal numbers; the product of both roots is w.
  private static double smallestX(double w) {
    double root = 2 * TwoBody.momentumGeV(K, M, K * Math.sqrt(w)) / K;
    return 2 * w / (1 + w - R + root);
  }

  /// `x₋ − w`.
  private static double lowestV(double w) {
    return PhotonEmission.lowest(smallestX(w));
  }
}
