package org.lacuna.physics.standard;

import static org.lacuna.physics.particle.Constants.FERMI_PER_GEV2;
import static org.lacuna.physics.particle.Constants.HBAR_GEV_NS;
import static org.lacuna.physics.particle.Constants.KAON_DECAY_CONSTANT_GEV;
import static org.lacuna.physics.particle.Constants.V_US;
import static org.lacuna.physics.particle.Particle.ELECTRON;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;
import static org.lacuna.physics.particle.Particle.TAU;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.interpolation.DividedDifferenceInterpolator;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.physics.decay.GaussLegendre;
import org.lacuna.physics.decay.MissingMassSpectrum;
import org.lacuna.physics.particle.Particle;

/// K⁺ → μ⁺νν̄ν: `dB/dt = √λ(m_K², t, m²) · t · f(t)`, four-body phase space times what the
/// interaction makes of it.
///
/// In the Standard Model f is the integral of [ThreeNeutrinoAmplitude] over the three neutrinos, B
/// = 1.565·10⁻¹⁶, of which 92 % with a pair of tau neutrinos (no helicity suppression: there the
/// second W cannot cancel the Z). With f_K and V_us as they stand; relative to the measured K⁺ →
/// μ⁺ν it would be 2 % more. Left out is what the amplitude leaves out. The other two spectra are
/// shapes for comparison.
///
/// @param beyondPhaseSpace f(t) in GeV⁻⁶
/// @cite GorbunovMitrofanov2016
public record MuonThreeNeutrinos(DoubleUnaryOperator beyondPhaseSpace)
    implements MissingMassSpectrum {
  private static final double M = MUON.massGeV();
  private static final double M2 = M * M;
  private static final double K = KAON.massGeV();
  private static final double K2 = K * K;
  private static final double LIMIT = (K - M) * (K - M);

  /// The spectra a user can ask for. Only the first predicts a rate; the others are given the same.
  public static final Map<String, Supplier<MuonThreeNeutrinos>> SPECTRA =
      Map.of(
          "sm", MuonThreeNeutrinos::standardModel,
          "phase-space", MuonThreeNeutrinos::phaseSpace,
          "local", MuonThreeNeutrinos::local);

  /// Points in t; the polynomial through them stands for f.
  private static final int NODES = 10;

  /// Points of each inner integral, with which the rate is good to 10⁻⁵.
  private static final GaussIntegrator UNIT = GaussLegendre.of(8, 0, 1);

  private static final GaussIntegrator COSINE = GaussLegendre.of(8, -1, 1);
  private static final int AZIMUTHS = 4;

  /// All factors of the width but λ, t and the average of `Σ|A|²`: the coupling squared, the flux
  /// 1/2m_K and the phase space `dt/2π · √λ/8πm_K² · t/128π³`.
  private static final double WIDTH =
      16
          * StrictMath.pow(FERMI_PER_GEV2, 4)
          * StrictMath.pow(V_US * KAON_DECAY_CONSTANT_GEV, 2)
          / (4096 * StrictMath.pow(Math.PI, 5) * StrictMath.pow(K, 3));

  /// The Standard Model, the three flavours of the neutrino pair together.
  public static MuonThreeNeutrinos standardModel() {
    return standardModel(List.of(ELECTRON, MUON, TAU));
  }

  /// The Standard Model with one flavour of the neutrino pair.
  public static MuonThreeNeutrinos standardModel(Particle lepton) {
    return standardModel(List.of(lepton));
  }

  private static MuonThreeNeutrinos standardModel(List<Particle> leptons) {
    double[] t = new double[NODES];
    double[] f = new double[NODES];
    double middle = LIMIT / 2;
    for (int i = 0; i < NODES; i++) {
      t[i] = middle * (1 - StrictMath.cos(Math.PI * (i + 0.5) / NODES));
      for (Particle lepton : leptons) f[i] += integrated(new ThreeNeutrinoAmplitude(lepton), t[i]);
    }
    return new MuonThreeNeutrinos(new DividedDifferenceInterpolator().interpolate(t, f)::value);
  }

  /// f(t) of one amplitude: `Σ|A|²` averaged over the three neutrinos in their rest frame, where z
  /// is the flight of the pair (p₂, p₃) and the muon lies in the plane of x and z.
  private static double integrated(ThreeNeutrinoAmplitude amplitude, double t) {
    double mass = Math.sqrt(t);
    double muonEnergy = (K2 - t - M2) / (2 * mass);
    double muonMomentum = Math.sqrt(muonEnergy * muonEnergy - M2);
    double average =
        UNIT.integrate(v -> {
          double u = v * v; // squared mass of the pair over t; the root tames ln u
          double energy = mass * (1 - u) / 2;
          FourVector first = new FourVector(energy, 0, 0, -energy);
          double overMuon =
              COSINE.integrate(c -> {
                FourVector muon =
                    new FourVector(muonEnergy, muonMomentum * sine(c), 0, muonMomentum * c);
                return COSINE.integrate(pair -> overAzimuth(amplitude, muon, first, mass, u, pair));
              });
          return 2 * v * (1 - u) * overMuon / 4;
        });
    return WIDTH * average * KAON.lifetimeNs() / HBAR_GEV_NS;
  }

  /// Midpoints of the half circle: the sum over spins is the same at φ and −φ.
  private static double overAzimuth(
      ThreeNeutrinoAmplitude amplitude,
      FourVector muon,
      FourVector first,
      double mass,
      double u,
      double cosine) {
    double transverse = mass / 2 * Math.sqrt(u) * sine(cosine);
    double energy = mass / 4 * (1 + u + (1 - u) * cosine);
    double along = mass / 4 * (1 - u + (1 + u) * cosine);
    double otherEnergy = mass / 2 * (1 + u) - energy;
    double otherAlong = mass / 2 * (1 - u) - along;
    double sum = 0;
    for (int i = 0; i < AZIMUTHS; i++) {
      double azimuth = Math.PI * (i + 0.5) / AZIMUTHS;
      double x = transverse * StrictMath.cos(azimuth);
      double y = transverse * StrictMath.sin(azimuth);
      sum +=
          amplitude.spinSum(
              muon,
              first,
              new FourVector(energy, x, y, along),
              new FourVector(otherEnergy, -x, -y, otherAlong));
    }
    return sum / AZIMUTHS;
  }

  private static double sine(double cosine) {
    return Math.sqrt((1 - cosine) * (1 + cosine));
  }

  /// Four-body phase space.
  public static MuonThreeNeutrinos phaseSpace() {
    return ofShape(t -> 1);
  }

  /// A constant (V−A)(V−A) interaction of the six fermions, `Σ|M|² ∝ (p₁·p₂)(p·p₃)`.
  public static MuonThreeNeutrinos local() {
    return ofShape(t -> t * (K2 - t - M2));
  }

  private static MuonThreeNeutrinos ofShape(DoubleUnaryOperator shape) {
    double scale =
        standardModel().branchingFraction() / new MuonThreeNeutrinos(shape).branchingFraction();
    return new MuonThreeNeutrinos(t -> scale * shape.applyAsDouble(t));
  }

  @Override
  public double lowestGeV2() {
    return 0;
  }

  @Override
  public double highestGeV2() {
    return LIMIT;
  }

  @Override
  public double density(double t) {
    double aboveThreshold = LIMIT - t;
    if (!(t > 0 && aboveThreshold > 0)) return 0;
    double root = Math.sqrt(aboveThreshold * ((K + M) * (K + M) - t));
    return root * t * beyondPhaseSpace.applyAsDouble(t);
  }
}
