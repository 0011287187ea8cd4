package org.lacuna.physics.standard;

import static org.lacuna.physics.particle.BranchingFraction.PION_PION_ZERO;
import static org.lacuna.physics.particle.Constants.ALPHA;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.physics.decay.GaussLegendre;

/// K⁺ → π⁺π⁰γ by inner bremsstrahlung.
///
/// `Σ|M|² = |A|² 4πα [2 P·p/(P·k p·k) − m_K²/(P·k)² − m_π²/(p·k)²]`, A the amplitude of K⁺ → π⁺π⁰,
/// whose measured rate normalises. In `x = 2P·k/m_K²` and `v = 2p·k/m_K²` the bracket is `4/m_K² ·
/// [y/(xv) − 1/x² − r/v²]` with `y = 2E_π/m_K = 1 + r − r₀ + v − x`. Left out are direct emission
/// (2 % of the rate at 55 < T_π < 90 MeV) and its interference.
///
/// @cite PDG2022
public final class PionPionZeroPhoton {
  private static final double K = KAON.massGeV();
  private static final double R = PION.massGeV() * PION.massGeV() / (K * K);
  private static final double R0 = PION_ZERO.massGeV() * PION_ZERO.massGeV() / (K * K);
  private static final double REST = 1 + R - R0;

  private static final double NORM =
      PION_PION_ZERO
          * ALPHA
          * K
          / (2 * Math.PI * TwoBody.momentumGeV(K, PION.massGeV(), PION_ZERO.massGeV()));

  private static final GaussIntegrator UNIT = GaussLegendre.of(48, 0, 1);

  private PionPionZeroPhoton() {}

  /// `d²B/dx dv` for x above 0; only meaningful inside the Dalitz region.
  public static double density(double x, double v) {
    double y = REST + v - x;
    return NORM * (y / (x * v) - 1 / (x * x) - R / (v * v));
  }

  /// Largest x, where π⁺ and π⁰ move together.
  public static double highestX() {
    double pair = (PION.massGeV() + PION_ZERO.massGeV()) / K;
    return 1 - pair * pair;
  }

  /// Least v at fixed x.
  public static double lowestV(double x) {
    // The product of both limits is r x²/(1 − x).
    return R * x * x / ((1 - x) * highestV(x));
  }

  /// Largest v at fixed x.
  public static double highestV(double x) {
    double pair = K * Math.sqrt(1 - x);
    double root = 2 * pair * TwoBody.momentumGeV(pair, PION.massGeV(), PION_ZERO.massGeV());
    return x / (1 - x) * (1 - x + R - R0 + root / (K * K)) / 2;
  }

  /// Branching fraction with a photon above an energy.
  ///
  /// @param photonFromGeV above 0
  public static double branchingFraction(double photonFromGeV) {
    double low = 2 * photonFromGeV / K;
    double range = StrictMath.log(highestX() / low);
    if (!(range > 0)) return 0;
    return range
        * UNIT.integrate(u -> {
          // Squared towards the end, where the range of v closes like a root.
          double x = low * StrictMath.exp(range * (1 - u * u));
          return 2 * u * x * overLog(v -> density(x, v), lowestV(x), highestV(x));
        });
  }

  /// Branching fraction in a range of the kinetic energy of the pion in the kaon frame.
  ///
  /// @param fromGeV 0 or above
  /// @param toGeV below its largest value 0.1079, where the photon gets soft and the rate diverges
  public static double branchingFraction(double fromGeV, double toGeV) {
    double mass = PION.massGeV();
    return (toGeV - fromGeV)
        * UNIT.integrate(u -> {
          double energy = mass + fromGeV + (toGeV - fromGeV) * u;
          double momentum = Math.sqrt((energy - mass) * (energy + mass));
          double y = 2 * energy / K;
          double gap = REST - y;
          double others = 2 - y;
          double low = 2 * gap / (others + 2 * momentum / K);
          double high = 2 * gap / (others - 2 * momentum / K);
          return 2 / K * overLog(x -> density(x, x - gap), low, high);
        });
  }

  private static double overLog(DoubleUnaryOperator f, double low, double high) {
    double range = StrictMath.log(high / low);
    return range
        * UNIT.integrate(u -> {
          double x = low * StrictMath.exp(range * u);
          return x * f.applyAsDouble(x);
        });
  }
}
