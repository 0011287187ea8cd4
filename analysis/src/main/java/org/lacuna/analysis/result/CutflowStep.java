package org.lacuna.analysis.result;

import java.util.List;

/// A cut beside the first, the previous and the last row of its sample: what it does on its own and
/// together with those before it.
public record CutflowStep(CutflowRow row, CutflowRow first, CutflowRow previous, CutflowRow last) {

  /// The rows of one or more samples, in the same order.
  public static List<CutflowStep> of(List<CutflowRow> rows) {
    return rows.stream()
        .map(row -> {
          List<CutflowRow> sample =
              rows.stream().filter(other -> other.sample().equals(row.sample())).toList();
          int i = sample.indexOf(row);
          return new CutflowStep(
              row, sample.getFirst(), sample.get(Math.max(0, i - 1)), sample.getLast());
        })
        .toList();
  }

  /// Weight left by this cut of what those before it leave.
  public double relative() {
    return row.sumOfWeights() / previous.sumOfWeights();
  }

  /// Weight left by this cut and those before it.
  public double cumulative() {
    return row.sumOfWeights() / first.sumOfWeights();
  }

  /// Events left by this cut of those that pass all others.
  public double keptAlone() {
    return row.nMinusOne() == 0 ? Double.NaN : (double) last.passed() / row.nMinusOne();
  }
}
