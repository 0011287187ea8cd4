package org.lacuna.application.run;

import java.util.List;
import java.util.Map;

/// How the numbers of a run came about; all that may differ between two runs of the same numbers.
///
/// @param schema `lacuna/provenance/1`
/// @param version of the program, with its commit
/// @param cardName what the user called the card
/// @param cardSha256 hash of the resolved card
/// @param card resolved, as YAML
/// @param exposure K⁺ decays in the fiducial volume
/// @param decaysDelivered by the beam, before trigger, dead time and random veto
/// @param seed of all random numbers
/// @param java version of the virtual machine
/// @param workers one for each thread
/// @param wallSeconds from start to the last number
/// @param events thrown, by sample
public record Provenance(
    String schema,
    String version,
    String cardName,
    String cardSha256,
    String card,
    double exposure,
    double decaysDelivered,
    long seed,
    String java,
    List<WorkerTime> workers,
    double wallSeconds,
    Map<String, Long> events) {

  /// The only schema this version writes.
  public static final String SCHEMA = "lacuna/provenance/1";

  /// What a thread has spent.
  ///
  /// @param cpuSeconds CPU time
  public record WorkerTime(double cpuSeconds) {}
}
