package org.lacuna.analysis.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lacuna.analysis.result.CutflowRow;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.selection.Selection;
import org.lacuna.experiment.simulation.Result;

/// The cutflow of a sample as rows.
public final class Cutflow {
  private Cutflow() {}

  /// What the selection is handed, and a row for each cut.
  ///
  /// @param sample what the rows are about
  /// @param entered what its first row is called
  /// @param results of the same selection, which are added
  /// @param weighted whether the nominal weights are summed; else each event counts as 1
  public static List<CutflowRow> rows(
      String sample, String entered, Selection selection, List<Result> results, boolean weighted) {
    int nominal = Variant.NOMINAL.index();
    List<CutflowRow> rows = new ArrayList<>();
    long measured = results.stream().mapToLong(Result::measured).sum();
    long selected = results.stream().mapToLong(Result::selected).sum();
    double measuredWeight =
        weighted ? results.stream().mapToDouble(r -> r.measuredWeight(nominal)).sum() : measured;
    rows.add(new CutflowRow(sample, entered, true, measured, measuredWeight, measured));
    IntStream.range(0, selection.cuts().size())
        .forEach(cut -> {
          long passed = results.stream().mapToLong(r -> r.passed(cut)).sum();
          double sum =
              weighted
                  ? results.stream().mapToDouble(r -> r.passedWeight(nominal, cut)).sum()
                  : passed;
          long others = selected + results.stream().mapToLong(r -> r.failedOnly(cut)).sum();
          rows.add(
              new CutflowRow(
                  sample,
                  selection.labels().get(cut),
                  selection.applies(cut),
                  passed,
                  sum,
                  others));
        });
    return rows;
  }
}
