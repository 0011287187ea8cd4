package org.lacuna.statistics.histfactory;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lacuna.statistics.counting.ExpectedBand;
import org.lacuna.statistics.counting.LimitSettings;
import org.lacuna.statistics.function.Normal;
import org.lacuna.statistics.function.Root;
import org.lacuna.statistics.histfactory.Model.Data;
import org.lacuna.statistics.histfactory.Profile.Fitted;
import org.lacuna.statistics.histfactory.Workspace.Range;

/// CLs of a parameter of interest `μ ≥ 0` from the profile likelihood, by asymptotic formulas.
///
/// The statistic is `q̃_μ`, twice the logarithm of the ratio of the likelihood maximised over all
/// `μ ≥ 0` to that at the tested `μ`, and 0 if the maximum lies above `μ`. With `q` for the data
/// and `q_A` for the Asimov data of `μ = 0`:
///
/// | | `q ≤ q_A` | `q > q_A` |
/// |---|---|---|
/// | `CLsb = 1 − Φ(x)` | `x = √q` | `x = (q + q_A)/(2 √q_A)` |
/// | `CLb = 1 − Φ(y)` | `y = √q − √q_A` | `y = (q − q_A)/(2 √q_A)` |
///
/// Without a signal, `z` standard deviations give `CLs = [1 − Φ(√q_A − z)]/Φ(z)`.
///
/// The parameter of interest is not kept below the upper bound that the file gives it; all others
/// are kept in their ranges. Formulas hold for many events; with a few per bin they are off by
/// several percent.
///
/// @cite Cowan2011
public final class AsymptoticCls {
  private static final Optional<Range> FROM_ZERO =
      Optional.of(new Range(0, Double.POSITIVE_INFINITY));

  private static final double ROUNDING = 1e-9;
  private static final double FAR = 10;
  private static final double SMALLEST = 1e-15;
  private static final double SECOND_GUESS = 1.01;

  private final Model model;
  private final int poi;
  private final double fileBound;
  private final Profile data;
  private final Profile asimov;
  private final Fitted best;
  private final Fitted background;
  private final boolean asimovExists;

  /// The Asimov data: what is expected without a signal, main counts and auxiliary measurements.
  public enum Asimov {
    /// For the other parameters as fitted to the observed data with `μ = 0`, as pyhf does.
    POSTFIT,
    /// For the other parameters at their auxiliary measurements, or else at their starts.
    NOMINAL
  }

  /// The answer for one value of the parameter of interest.
  ///
  /// @param expected CLs of experiments without a signal at −2 to 2 standard deviations
  public record Cls(
      double mu, double clsb, double clb, double cls, ExpectedBand expected, Outcome outcome) {}

  /// Upper limits of the parameter of interest.
  ///
  /// @param observed upper limit of `μ`; NaN if there is none
  /// @param clb CLb at the observed limit
  /// @param clsAtLimit CLs there, `1 − CL` if all went well
  /// @param beyondFileBound whether one of the limits lies above the bound of the file
  public record Limit(
      double observed,
      ExpectedBand expected,
      double clb,
      double clsAtLimit,
      boolean beyondFileBound,
      Outcome outcome) {}

  /// How well the data exclude the absence of a signal.
  ///
  /// @param pValue probability of at least so large an excess without a signal, ½ if there is none
  /// @param significance in standard deviations, 0 if there is no excess
  public record Discovery(double pValue, double significance, Outcome outcome) {}

  /// Makes the fits that every answer needs.
  ///
  /// @throws IllegalArgumentException if the measurement has no parameter of interest or fixes it
  public AsymptoticCls(Model model, Asimov convention) {
    if (model.poi().isEmpty()) {
      throw new IllegalArgumentException(
          "the measurement has no parameter of interest to limit; name one as \"poi\"");
    }
    this.model = model;
    poi = model.poi().getAsInt();
    Parameter parameter = model.parameters().get(poi);
    if (parameter.fixed()) {
      throw new IllegalArgumentException(
          "the parameter of interest \"" + parameter.name() + "\" is fixed; set \"fixed\": false");
    }
    fileBound = parameter.upper();
    data = new Profile(model, model.observed(), model.inits());
    background = data.at(0);
    best = deeper(data.fit(FROM_ZERO), background);
    double[] truth =
        switch (convention) {
          case POSTFIT -> background.point().clone();
          case NOMINAL -> model.nominal();
        };
    truth[poi] = 0;
    Data expected = model.expectedData(truth);
    asimovExists = Arrays.stream(expected.counts()).allMatch(count -> count >= 0);
    asimov = new Profile(model, expected, truth);
  }

  /// CLs of one value of the parameter of interest.
  ///
  /// @param mu at least 0
  public Cls at(double mu) {
    if (!(mu >= 0 && mu < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("mu is " + mu + "; it must be finite and at least 0");
    }
    if (common() == Outcome.NO_CONVERGENCE || !asimovExists) return noCls(mu, common());
    Fitted held = data.at(mu);
    Fitted heldAsimov = asimov.at(mu);
    Outcome outcome = common().or(outcome(data, held)).or(outcome(asimov, heldAsimov));
    if (outcome == Outcome.NO_CONVERGENCE) return noCls(mu, outcome);
    Tails tails = tails(statistic(held), asimovStatistic(heldAsimov));
    double root = Math.sqrt(asimovStatistic(heldAsimov));
    return new Cls(
        mu,
        StrictMath.exp(tails.logClsb()),
        StrictMath.exp(tails.logClb()),
        StrictMath.exp(tails.logCls()),
        ExpectedBand.of(
            z -> StrictMath.exp(Normal.logCumulative(z - root) - Normal.logCumulative(z))),
        outcome);
  }

  private static Cls noCls(double mu, Outcome outcome) {
    double none = Double.NaN;
    return new Cls(mu, none, none, none, ExpectedBand.of(_ -> none), outcome);
  }

  /// The upper limits of the parameter of interest, observed and expected.
  ///
  /// @param level confidence level, above 0 and below 1
  public Limit limit(double level) {
    LimitSettings settings = new LimitSettings(level);
    if (common() == Outcome.NO_CONVERGENCE || !asimovExists) {
      double none = Double.NaN;
      return new Limit(none, ExpectedBand.of(_ -> none), none, none, false, common());
    }
    double logAlpha = StrictMath.log1p(-settings.level());
    double spread = spread();
    ExpectedBand expected =
        ExpectedBand.of(z -> {
          double target = z - Normal.quantile(logAlpha + Normal.logCumulative(z));
          return crossing(mu -> target - rootOfAsimov(mu), spread * target);
        });
    double guess = Math.max(best.point()[poi], 0) + expected.median();
    double observed = Double.isNaN(guess) ? guess : crossing(mu -> logCls(mu) - logAlpha, guess);
    if (Double.isNaN(observed)) {
      return new Limit(
          observed, expected, observed, observed, false, Outcome.NOT_BRACKETED.or(common()));
    }
    Cls atLimit = at(observed);
    boolean beyond =
        DoubleStream.of(observed, expected.m2(), expected.p2()).anyMatch(mu -> mu > fileBound);
    return new Limit(observed, expected, atLimit.clb(), atLimit.cls(), beyond, atLimit.outcome());
  }

  /// Whether the data exclude `μ = 0`, by `q₀ = q̃` of `μ = 0` for an excess.
  public Discovery discovery() {
    Outcome outcome = common();
    if (outcome == Outcome.NO_CONVERGENCE) return new Discovery(Double.NaN, Double.NaN, outcome);
    double significance =
        Double.isInfinite(data.likelihood().twiceNll(background.point()))
            ? Double.POSITIVE_INFINITY
            : Math.sqrt(Math.max(0, background.deviance() - best.deviance()));
    return new Discovery(Normal.cumulative(-significance), significance, outcome);
  }

  private record Tails(double logClsb, double logClb) {
    double logCls() {
      return logClsb - logClb;
    }
  }

  private static Tails tails(double q, double asimovQ) {
    double root = Math.sqrt(asimovQ);
    boolean near = q <= asimovQ || root == 0;
    double x = near ? Math.sqrt(q) : (q + asimovQ) / (2 * root);
    double y = near ? x - root : (q - asimovQ) / (2 * root);
    return new Tails(Normal.logCumulative(-x), Normal.logCumulative(-y));
  }

  /// `q̃` of the value at which the parameter of interest is held.
  private double statistic(Fitted held) {
    Fitted free = deeper(best, held);
    boolean above = free.point()[poi] > held.point()[poi];
    return above ? 0 : Math.max(0, held.deviance() - free.deviance());
  }

  /// The Asimov data are described perfectly without a signal: their smallest deviance is 0.
  private static double asimovStatistic(Fitted held) {
    return Math.max(0, held.deviance());
  }

  private double logCls(double mu) {
    return tails(statistic(data.at(mu)), asimovStatistic(asimov.at(mu))).logCls();
  }

  private double rootOfAsimov(double mu) {
    return Math.sqrt(asimovStatistic(asimov.at(mu)));
  }

  /// The best fit with `μ ≥ 0`: a fit with `μ` held may know of a deeper valley than that found.
  private Fitted deeper(Fitted free, Fitted held) {
    return held.deviance() < free.deviance() - ROUNDING
        ? new Profile(model, data.likelihood(), held.point()).fit(FROM_ZERO)
        : free;
  }

  /// `μ/√q_A`, the spread of fitted `μ` without a signal, from a `μ` that is not excluded outright.
  private double spread() {
    double mu = 1;
    double root = rootOfAsimov(mu);
    while (root > FAR && mu > SMALLEST) {
      mu /= root;
      root = rootOfAsimov(mu);
    }
    return root > 0 ? mu / root : mu;
  }

  private static double crossing(DoubleUnaryOperator falling, double guess) {
    OptionalDouble root = Root.ofFalling(falling, guess, guess * SECOND_GUESS);
    return root.orElse(Double.NaN);
  }

  /// Of the fits that every answer needs.
  private Outcome common() {
    Outcome ofBackground =
        !background.converged()
            ? Outcome.NO_CONVERGENCE
            : asimovExists ? Outcome.OK : Outcome.UNPHYSICAL;
    return ofBackground.or(outcome(data, best));
  }

  private Outcome outcome(Profile profile, Fitted fitted) {
    if (!fitted.converged()) return Outcome.NO_CONVERGENCE;
    if (profile.likelihood().isUnphysical(fitted.point())) return Outcome.UNPHYSICAL;
    boolean atBound =
        IntStream.range(0, fitted.point().length).anyMatch(p -> p != poi && fitted.isAtBound(p));
    return atBound ? Outcome.AT_BOUND : Outcome.OK;
  }
}
