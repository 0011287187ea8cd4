package org.lacuna.analysis.result;

import java.util.List;
import java.util.OptionalLong;

/// The background above m²_miss = 0.1 GeV², as Table 1 of the paper has it.
///
/// @param table1 one row per process
/// @param total of the rows, with their correlations
/// @param observed events; empty while the region is closed
/// @cite NA62Invisible2021
public record Background(List<Table1Row> table1, Table1Row total, OptionalLong observed) {

  public Background {
    table1 = List.copyOf(table1);
  }

  /// One process, all in events; uncertainties are absolute standard deviations, `NaN` if not
  /// estimated.
  ///
  /// @param process as on the command line, or `total`
  /// @param expected central value
  /// @param statistical of the simulation
  /// @param photonVeto accuracy of the photon veto, fully correlated between the processes
  /// @param tail accuracy of the non-Gaussian tail of m²_miss
  public record Table1Row(
      String process, double expected, double statistical, double photonVeto, double tail) {
    public Table1Row {
      Checks.atLeastZeroOrMissing("expected", expected);
      Checks.atLeastZeroOrMissing("statistical", statistical);
      Checks.atLeastZeroOrMissing("photonVeto", photonVeto);
      Checks.atLeastZeroOrMissing("tail", tail);
    }
  }
}
