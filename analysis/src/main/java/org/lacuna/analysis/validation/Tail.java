package org.lacuna.analysis.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.simulation.Result;
import org.lacuna.experiment.simulation.Spectrum;

/// What one source adds to K⁺ → μ⁺ν far from its peak.
///
/// @param source its fixed name
/// @param label for people
/// @param beyond expected events beyond each of the bounds
/// @cite NA62Invisible2021
public record Tail(String source, String label, List<Estimate> beyond) {
  /// Squared missing masses: negative ones are upper bounds, positive ones lower.
  public static final List<Double> BOUNDS_GEV2 = List.of(-0.03, -0.05, -0.1, 0.03, 0.05, 0.1);

  /// Events of the paper that the simulation does not have, below −0.1 GeV².
  private static final double PUBLISHED = 780;

  private static final double PUBLISHED_BOUND_GEV2 = -0.1;
  private static final String ALL = "sum";

  public Tail {
    beyond = List.copyOf(beyond);
  }

  /// The tail of a weighted sample.
  ///
  /// @param exposure K⁺ decays in the fiducial volume
  public static Tail of(String source, String label, Sample sample, double exposure) {
    return new Tail(
        source, label, BOUNDS_GEV2.stream().map(bound -> beyond(sample, exposure, bound)).toList());
  }

  /// The sum of all sources.
  public static Tail sum(List<Tail> sources) {
    List<Estimate> sums = new ArrayList<>();
    for (int k = 0; k < BOUNDS_GEV2.size(); k++) {
      double sum = 0;
      double squares = 0;
      for (Tail tail : sources) {
        Estimate part = tail.beyond.get(k);
        sum += part.value();
        squares += part.sigma() * part.sigma();
      }
      sums.add(new Estimate(sum, Math.sqrt(squares), ""));
    }
    return new Tail(ALL, "sum", sums);
  }

  /// Expected events of a weighted sample at any missing mass.
  public static Quantity selected(String source, String label, Sample sample, double exposure) {
    return new Quantity(
        source + ".selected",
        label + ": selected events",
        Double.NaN,
        within(sample, exposure, -1, sample.result().spectrum().bins() + 1),
        "",
        "in the full exposure");
  }

  /// Expected events beyond a bound.
  static Estimate beyond(Sample sample, double exposure, double boundGeV2) {
    Spectrum spectrum = sample.result().spectrum();
    int bound = spectrum.at(boundGeV2);
    return boundGeV2 < 0
        ? within(sample, exposure, -1, bound)
        : within(sample, exposure, bound, spectrum.bins() + 1);
  }

  /// Expected events in some bins. Where none is found, the error is the mean weight of one event
  /// that is measured.
  private static Estimate within(Sample sample, double exposure, int from, int to) {
    Result result = sample.result();
    int nominal = Variant.NOMINAL.index();
    double sum = 0;
    double squares = 0;
    for (int bin = from; bin < to; bin++) {
      sum += result.spectrum().sum(nominal, bin);
      squares += result.spectrum().sumOfSquares(nominal, bin);
    }
    double error =
        sum > 0 ? Math.sqrt(squares) : result.measuredWeight(nominal) / result.measured();
    double scale = sample.eventsPerWeight(exposure);
    return new Estimate(scale * sum, scale * error, "");
  }

  /// The rows of the validation.
  public List<Quantity> quantities() {
    List<Quantity> rows = new ArrayList<>();
    for (int k = 0; k < BOUNDS_GEV2.size(); k++) {
      double bound = BOUNDS_GEV2.get(k);
      boolean isPublished = source.equals(ALL) && bound == PUBLISHED_BOUND_GEV2;
      String side = bound < 0 ? "below" : "above";
      rows.add(
          new Quantity(
              String.format(
                  Locale.ROOT, "tail.%s.%s%03d", source, side, Math.round(100 * Math.abs(bound))),
              String.format(Locale.ROOT, "%s: events %s %.2f GeV²", label, side, bound),
              isPublished ? PUBLISHED : Double.NaN,
              beyond.get(k),
              isPublished ? "section 4" : "",
              ""));
    }
    return rows;
  }
}
