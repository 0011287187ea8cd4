package org.lacuna.statistics.counting;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.lacuna.statistics.function.Normal;
import org.lacuna.statistics.function.PoissonTail;
import org.lacuna.statistics.function.PoissonTerm;

/// What is known about the expected background `b ≥ 0`: a density `g(b)`, from the expectation `b₀`
/// and its uncertainty `δ`.
///
/// With `δ = 0` each of them is a background known exactly.
public sealed interface Background {

  /// How an expectation and its uncertainty are made into a density.
  interface Density {
    /// The densities by name; a further one is a record and a line here.
    Map<String, Density> BY_NAME =
        Map.of("gauss", Gaussian::new, "lognormal", LogNormal::new, "gamma", Gamma::new);

    Background of(double expected, double sigma);

    /// The density of that name.
    ///
    /// @throws IllegalArgumentException with the known names
    static Density named(String name) {
      return Table.find("density of the background", name, BY_NAME);
    }
  }

  /// `b₀` in events.
  double expected();

  /// `δ` in events.
  double sigma();

  /// `ln G(b)`, the cumulative distribution, for `b ≥ 0` and `δ > 0`. As a function, because its
  /// constants are then worked out once.
  DoubleUnaryOperator logCumulative();

  /// `ln(1 − G(b))`, for `b ≥ 0` and `δ > 0`.
  DoubleUnaryOperator logSurvival();

  /// `ln g(b)`, for `b > 0` and `δ > 0`.
  DoubleUnaryOperator logDensity();

  /// Where the widest stretch begins that ends at `b` and on which `G` is smooth; within nine
  /// standard deviations of `b₀` it is nine of them, and `G` goes to 0 as a power.
  double smoothFrom(double b);

  /// Whether the uncertainty is too small to matter to any count below 1e9.
  default boolean isKnown() {
    return sigma() <= 1e-12 * expected();
  }

  /// `b ~ normal(b₀, δ)`, cut at 0 and renormalised by `Φ(b₀/δ)`; `b₀ = 0` is half a normal.
  record Gaussian(double expected, double sigma) implements Background {
    public Gaussian {
      requireFinite(expected, sigma);
    }

    @Override
    public DoubleUnaryOperator logCumulative() {
      double cut = -expected / sigma;
      double kept = Normal.logCumulative(-cut);
      double cutOff = Normal.cumulative(cut);
      return b -> {
        double x = (b - expected) / sigma;
        if (x > 8.5) return 0;
        if (x > -8 && b > sigma) return StrictMath.log(Normal.cumulative(x) - cutOff) - kept;
        return logBetween(cut, x, b / sigma) - kept;
      };
    }

    /// `ln [Φ(x) − Φ(cut)]` in the far tail or close to the cut.
    ///
    /// @param d what `x` lies above the cut
    private static double logBetween(double cut, double x, double d) {
      // φ(cut) (d − cut d²/2 + (cut² − 1) d³/6).
      if (d < 1e-3 / Math.max(1, Math.abs(cut))) {
        return Normal.logDensity(cut)
            + StrictMath.log(d * (1 - d * (cut / 2 - d * (cut * cut - 1) / 6)));
      }
      double below = Normal.logCumulative(x);
      return below + StrictMath.log(-StrictMath.expm1(Normal.logCumulative(cut) - below));
    }

    @Override
    public DoubleUnaryOperator logSurvival() {
      double kept = Normal.logCumulative(expected / sigma);
      return b -> Normal.logCumulative((expected - b) / sigma) - kept;
    }

    @Override
    public DoubleUnaryOperator logDensity() {
      double constant = StrictMath.log(sigma) + Normal.logCumulative(expected / sigma);
      return b -> Normal.logDensity((b - expected) / sigma) - constant;
    }

    @Override
    public double smoothFrom(double b) {
      double end = expected + 9 * sigma;
      if (b > end + sigma) return end;
      return b < expected - 9 * sigma ? 0 : b - 9 * sigma;
    }
  }

  /// `ln b ~ normal(ln b₀, κ)`, `κ = ln(1 + δ/b₀)`; `b₀` is the median.
  record LogNormal(double expected, double sigma) implements Background {
    public LogNormal {
      requireFinite(expected, sigma);
      requirePositive("lognormal", expected, sigma);
    }

    double kappa() {
      return StrictMath.log1p(sigma / expected);
    }

    @Override
    public DoubleUnaryOperator logCumulative() {
      double kappa = kappa();
      return b -> Normal.logCumulative(StrictMath.log(b / expected) / kappa);
    }

    @Override
    public DoubleUnaryOperator logSurvival() {
      double kappa = kappa();
      return b -> Normal.logCumulative(-StrictMath.log(b / expected) / kappa);
    }

    @Override
    public DoubleUnaryOperator logDensity() {
      double kappa = kappa();
      return b ->
          Normal.logDensity(StrictMath.log(b / expected) / kappa) - StrictMath.log(kappa * b);
    }

    @Override
    public double smoothFrom(double b) {
      double width = StrictMath.exp(9 * kappa());
      double end = expected * width;
      if (b > end * StrictMath.exp(kappa())) return end;
      return b < expected / width ? 0.25 * b : b * Math.max(0.25, StrictMath.exp(-9 * kappa()));
    }
  }

  /// `b ~ gamma` of shape `(b₀/δ)²` and scale `δ²/b₀`; `b₀` is the mean, `δ` the standard
  /// deviation.
  record Gamma(double expected, double sigma) implements Background {
    public Gamma {
      requireFinite(expected, sigma);
      requirePositive("gamma", expected, sigma);
    }

    double shape() {
      return expected / sigma * (expected / sigma);
    }

    double scale() {
      return sigma / expected * sigma;
    }

    @Override
    public DoubleUnaryOperator logCumulative() {
      return b -> PoissonTail.logAtLeast(shape(), b / scale());
    }

    @Override
    public DoubleUnaryOperator logSurvival() {
      return b -> PoissonTail.logAtMost(shape() - 1, b / scale());
    }

    @Override
    public DoubleUnaryOperator logDensity() {
      // x^(shape − 1) e^(−x) / Γ(shape), written for shapes below 1 too.
      PoissonTerm term = new PoissonTerm(shape());
      return b -> term.log(b / scale()) + StrictMath.log(shape() / b);
    }

    @Override
    public double smoothFrom(double b) {
      double end = expected + 9 * sigma + 40 * scale();
      if (b > end + sigma) return end;
      return b < expected - 9 * sigma ? 0.25 * b : Math.max(0.25 * b, b - 9 * sigma);
    }
  }

  private static void requireFinite(double expected, double sigma) {
    require("background", expected);
    require("uncertainty", sigma);
  }

  private static void require(String name, double value) {
    if (!(value >= 0 && value <= CountingExperiment.LARGEST)) {
      throw new IllegalArgumentException(
          name + " " + value + " must be from 0 to " + CountingExperiment.LARGEST + " events");
    }
  }

  private static void requirePositive(String density, double expected, double sigma) {
    if (expected == 0 && sigma > 0) {
      throw new IllegalArgumentException(
          "background 0 with uncertainty "
              + sigma
              + " has no "
              + density
              + " density: give a background above 0, or use the density gauss");
    }
  }
}
