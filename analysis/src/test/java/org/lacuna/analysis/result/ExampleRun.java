package org.lacuna.analysis.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lacuna.core.quantity.Estimate;

/// A made-up run whose numbers look like a real one's, for tests of what is written and drawn of
/// it.
///
/// Shapes follow the paper, limits are those of a Gaussian count. No physics may be taken from
/// here.
public final class ExampleRun {
  private static final double KAON_DECAYS = 1.14e9;
  private static final double BRANCHING_FRACTION = 0.6356;
  private static final double[] MASS = {200, 250, 300, 350, 380, 384};
  private static final double[] SIGMA = {2.7, 1.9, 1.3, 0.78, 0.34, 0.24};
  private static final double[] ACCEPTANCE = {0.303, 0.300, 0.284, 0.259, 0.144, 0.052};
  private static final double[] EVENTS = {3300, 1500, 530, 160, 30, 6};
  private static final double[] NORMAL_QUANTILE = {-2, -1, 0, 1, 2};

  /// Results with all 269 hypotheses, one of them failed and one constrained.
  public static Results results() {
    return new Results(
        Results.SCHEMA,
        "pseudo-data",
        KAON_DECAYS,
        0.9,
        new Normalisation(
            219_400_000,
            pure(0.3142, 0.0003),
            pure(0.3415, 0.0003),
            pure(BRANCHING_FRACTION, 0.0011),
            pure(1.0986e9, 0.0022e9)),
        new Resolution(
            new Resolution.Width(
                new Estimate(1.31e-3, 0.02e-3, "GeV^2"), new Estimate(1.48e-3, 0.01e-3, "GeV^2"))),
        new Background(
            List.of(
                new Background.Table1Row("munugamma", 544.4, 9.1, 31.2, 71.0),
                new Background.Table1Row("pi0munu", 98.7, 3.3, 16.9, Double.NaN),
                new Background.Table1Row("pipipi", 30.2, 2.1, Double.NaN, Double.NaN)),
            new Background.Table1Row("total", 673.3, 9.9, 48.1, 71.0),
            OptionalLong.of(661)),
        hnl(),
        thresholds(),
        new Munux(mediators(2.5e-6), mediators(1.6e-5)),
        threeNeutrinos(),
        cutflow(),
        published());
  }

  /// The spectrum of Fig. 2: 0.002 GeV² bins from −0.2 to 0.16.
  public static Spectrum spectrum() {
    double[] centres = IntStream.range(0, 180).mapToDouble(i -> -0.199 + 0.002 * i).toArray();
    List<Spectrum.Component> components =
        List.of(
            component("munu", centres, ExampleRun::munu),
            component("munugamma", centres, m2 -> 160 / (1 + 250 * m2 * m2) * step(m2 + 0.005)),
            component("pi0munu", centres, m2 -> 22 * bump(m2, 0.11, 0.03)),
            component("pipipi", centres, m2 -> 17 * bump(m2, 0.135, 0.013)),
            component("tail", centres, m2 -> 45 * StrictMath.exp(-m2 / 0.03) * step(m2 - 0.004)));
    Random random = new Random(7);
    List<Long> observed = new ArrayList<>();
    List<Double> sigma = new ArrayList<>();
    for (int i = 0; i < centres.length; i++) {
      double total = 0;
      for (Spectrum.Component component : components) total += component.expected().get(i);
      double mean = total * (centres[i] < -0.02 ? 1.35 : 0.97);
      observed.add(poisson(mean, random));
      sigma.add(
          centres[i] < 0
              ? Double.NaN
              : StrictMath.hypot(0.08 * total, components.get(4).expected().get(i)));
    }
    return new Spectrum(-0.2, 0.002, observed, components, sigma);
  }

  private static HnlSearch hnl() {
    Random random = new Random(20210610);
    List<Hypothesis> hypotheses = masses().mapToObj(mass -> hypothesis(mass, random)).toList();
    Hypothesis largest = hypotheses.getFirst();
    for (Hypothesis each : hypotheses) {
      if (each.significance() > largest.significance()) largest = each;
    }
    return new HnlSearch(
        hypotheses,
        List.of(lifetime(50, 0.99), lifetime(5, 0.6), lifetime(1, 0.13)),
        new HnlSearch.GlobalSignificance(
            largest.significance(), largest.massMeV(), 0.31, "pseudo-experiments"));
  }

  private static DoubleStream masses() {
    return DoubleStream.concat(
        IntStream.rangeClosed(200, 300).mapToDouble(mass -> mass),
        IntStream.rangeClosed(601, 768).mapToDouble(twice -> 0.5 * twice));
  }

  private static Hypothesis hypothesis(double mass, Random random) {
    double sigma = interpolate(SIGMA, mass, false);
    double acceptance = 0.85 * interpolate(ACCEPTANCE, mass, false);
    double full = interpolate(EVENTS, mass, true);
    double expected = full / 10;
    BackgroundSigma error = new BackgroundSigma(0.35 * Math.sqrt(expected), 0.004 * expected);
    long observed = poisson(expected, random);
    double spread = Math.sqrt(expected + error.total() * error.total());
    double z = (observed - expected) / spread;
    SearchStatus status =
        mass == 384
            ? SearchStatus.INSUFFICIENT_SIDEBAND
            : mass == 383.5 ? SearchStatus.CONSTRAINED : SearchStatus.OK;
    double toBranching = 1 / (KAON_DECAYS * acceptance);
    double toMixing = 1 / (BRANCHING_FRACTION * rho(mass));
    Limit events =
        status.hasLimit() ? new Limit(upper(spread, z), band(spread)) : Limit.NOT_COMPUTED;
    Limit branching = events.times(toBranching);
    Band fullEvents = band(Math.sqrt(full + 0.03 * full));
    Band fullBranching = fullEvents.times(toBranching / 10);
    return new Hypothesis(
        mass,
        new Estimate(sigma, 0.01 * sigma, "MeV"),
        pure(acceptance, 0.005 * acceptance),
        pure(acceptance / 0.85, 0.005 * acceptance),
        OptionalLong.of(observed),
        status.hasLimit() ? expected : Double.NaN,
        status.hasLimit() ? error : BackgroundSigma.NOT_COMPUTED,
        status.hasLimit() ? z : Double.NaN,
        status.hasLimit() ? 1 - normal(z) : Double.NaN,
        status.hasLimit() ? observed - expected : Double.NaN,
        events,
        pure(toBranching, 0.02 * toBranching),
        pure(toBranching * toMixing, 0.02 * toBranching * toMixing),
        branching,
        branching.times(toMixing),
        new ExpectedFullExposure(
            full,
            new BackgroundSigma(0.11 * Math.sqrt(full), 0.004 * full),
            fullEvents,
            fullBranching,
            fullBranching.times(toMixing)),
        status);
  }

  private static HnlSearch.Lifetime lifetime(double ns, double ratio) {
    return new HnlSearch.Lifetime(
        ns,
        IntStream.rangeClosed(0, 18)
            .mapToObj(i -> new HnlSearch.AcceptanceRatio(200 + 10 * i, ratio * (1 + 0.002 * i)))
            .toList());
  }

  private static List<Threshold> thresholds() {
    return IntStream.rangeClosed(2, 7)
        .mapToObj(i -> {
          double expected = 673.3 * StrictMath.exp(-0.7 * (i - 5));
          return new Threshold(
              0.02 * i,
              OptionalLong.of(Math.round(0.98 * expected)),
              expected,
              new BackgroundSigma(9.9, 0.12 * expected),
              new Limit(upper(0.13 * expected, -0.1), band(0.13 * expected)));
        })
        .toList();
  }

  private static Munununu threeNeutrinos() {
    Threshold chosen = thresholds().get(3);
    return new Munununu(
        pure(0.2806, 0.0003),
        pure(0.1061, 0.0002),
        chosen.m0SquaredGeV2(),
        chosen.observed(),
        chosen.expected(),
        chosen.expectedSigma(),
        chosen.eventsLimit(),
        chosen.eventsLimit().times(1 / (KAON_DECAYS * 0.1061)),
        SearchStatus.OK);
  }

  private static List<Munux.Mass> mediators(double limit) {
    return IntStream.rangeClosed(1, 37)
        .mapToObj(i -> {
          double factor = limit * StrictMath.exp(-0.08 * i);
          return new Munux.Mass(
              10 * i,
              0.1,
              pure(0.1 + 0.003 * i, 0.001),
              OptionalLong.of(661),
              673.3,
              new BackgroundSigma(9.9, 86),
              new Limit(0.9 * factor, band(0.55).times(factor)),
              SearchStatus.OK);
        })
        .toList();
  }

  private static List<CutflowRow> cutflow() {
    List<CutflowRow> rows = new ArrayList<>();
    String[] cuts = {
      "fiducial volume",
      "momentum 5-70 GeV",
      "STRAW acceptance",
      "E/p < 0.2",
      "KTAG 1 ns",
      "RICH identification",
      "LAV veto 3 ns"
    };
    double[] efficiency = {1, 0.93, 0.52, 0.995, 0.99, 1, 0.98};
    for (String sample : List.of("pseudo-data", "munu", "munugamma")) {
      double passed = sample.equals("munu") ? 4e6 : 1.14e9;
      for (int i = 0; i < cuts.length; i++) {
        passed *= efficiency[i];
        boolean applied = i != 5;
        rows.add(
            new CutflowRow(
                sample,
                cuts[i],
                applied,
                Math.round(passed),
                sample.equals("munugamma") ? passed * 1.3e-4 : Math.round(passed),
                Math.round(passed / efficiency[i])));
      }
    }
    return rows;
  }

  private static List<PublishedRow> published() {
    return List.of(
        PublishedRow.of(
            "kaon decays N_K", pure(1.14e10, 0.02e10), pure(1.0986e10, 0.0022e10), "section 3"),
        PublishedRow.of("acceptance A_SM", pure(0.302, 0.005), pure(0.3142, 0.0003), "section 3"),
        PublishedRow.of(
            "m2miss width at the peak",
            new Estimate(1.5e-3, Double.NaN, "GeV^2"),
            new Estimate(1.48e-3, 0.01e-3, "GeV^2"),
            "section 2"),
        PublishedRow.of(
            "limit on B(K+ -> mu+ nu nu nubar)",
            pure(1.0e-6, Double.NaN),
            pure(Double.NaN, Double.NaN),
            "section 6"));
  }

  private static Spectrum.Component component(
      String process, double[] centres, DoubleUnaryOperator density) {
    return new Spectrum.Component(process, DoubleStream.of(centres).map(density).boxed().toList());
  }

  private static double munu(double m2) {
    return 1.15e8 * StrictMath.exp(-0.5 * m2 * m2 / (1.4e-3 * 1.4e-3))
        + 1.1e5 * StrictMath.exp(-Math.abs(m2) / 0.004)
        + 120 * StrictMath.exp(-Math.abs(m2) / 0.035);
  }

  private static double bump(double m2, double mean, double width) {
    return StrictMath.exp(-0.5 * (m2 - mean) * (m2 - mean) / (width * width));
  }

  private static double step(double x) {
    return x > 0 ? 1 : 0;
  }

  private static double interpolate(double[] values, double mass, boolean logarithmic) {
    int i = 0;
    while (i < MASS.length - 2 && mass > MASS[i + 1]) i++;
    double t = (mass - MASS[i]) / (MASS[i + 1] - MASS[i]);
    return logarithmic
        ? values[i] * StrictMath.pow(values[i + 1] / values[i], t)
        : values[i] + t * (values[i + 1] - values[i]);
  }

  private static Band band(double spread) {
    double[] limits = Arrays.stream(NORMAL_QUANTILE).map(z -> upper(spread, z)).toArray();
    return new Band(limits[0], limits[1], limits[2], limits[3], limits[4]);
  }

  /// CLs limit at 90 % of a Gaussian count that came out z spreads above its mean, by bisection.
  private static double upper(double spread, double z) {
    double low = 0;
    double high = 10;
    while (high - low > 1e-9) {
      double middle = 0.5 * (low + high);
      if (normal(z - middle) / normal(z) > 0.1) low = middle;
      else high = middle;
    }
    return high * spread;
  }

  private static double normal(double z) {
    double t = 1 / (1 + 0.33267 * Math.abs(z));
    double above =
        StrictMath.exp(-0.5 * z * z)
            / Math.sqrt(2 * Math.PI)
            * t
            * (0.4361836 + t * (-0.1201676 + t * 0.937298));
    return z > 0 ? 1 - above : above;
  }

  private static double rho(double massMeV) {
    double x = 105.658 / 493.677 * (105.658 / 493.677);
    double y = massMeV / 493.677 * (massMeV / 493.677);
    double lambda = 1 + x * x + y * y - 2 * (x + y + x * y);
    return (x + y - (x - y) * (x - y)) * Math.sqrt(lambda) / (x * (1 - x) * (1 - x));
  }

  private static long poisson(double mean, Random random) {
    if (mean > 50) return Math.round(mean + Math.sqrt(mean) * random.nextGaussian());
    long n = -1;
    double product = 1;
    do {
      product *= random.nextDouble();
      n++;
    } while (product > StrictMath.exp(-mean));
    return n;
  }

  private static Estimate pure(double value, double sigma) {
    return new Estimate(value, sigma, "");
  }

  private ExampleRun() {}
}
