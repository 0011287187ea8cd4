package org.lacuna.analysis.result;

import java.util.List;

/// All numbers of a run: `results.json`, in this order of keys.
///
/// They depend on card, seed and version alone. Time, host, threads and the card itself are
/// provenance and stand elsewhere.
///
/// @param schema always [#SCHEMA]
/// @param data what was analysed: `pseudo-data` or `data`
/// @param exposure kaon decays in the fiducial volume that the card asks for; `NaN` for real data
/// @param confidenceLevel of all limits, in (0, 1)
/// @param thresholds of m²_miss that were tried, rising; empty if there was no search above one
/// @param published numbers of the paper beside those of this run
public record Results(
    String schema,
    String data,
    double exposure,
    double confidenceLevel,
    Normalisation normalisation,
    Resolution resolution,
    Background background,
    HnlSearch hnl,
    List<Threshold> thresholds,
    Munux munux,
    Munununu munununu,
    List<CutflowRow> cutflow,
    List<PublishedRow> published) {

  /// The only schema this version writes and reads.
  public static final String SCHEMA = "lacuna/results/1";

  public Results {
    if (!schema.equals(SCHEMA)) {
      throw new IllegalArgumentException(
          "schema \"%s\": this version knows \"%s\"".formatted(schema, SCHEMA));
    }
    if (!data.equals("pseudo-data") && !data.equals("data")) {
      throw new IllegalArgumentException(
          "data \"%s\": must be \"pseudo-data\" or \"data\"".formatted(data));
    }
    Checks.atLeastZeroOrMissing("exposure", exposure);
    Checks.positive("confidenceLevel", confidenceLevel);
    Checks.fractionOrMissing("confidenceLevel", confidenceLevel);
    thresholds = List.copyOf(thresholds);
    cutflow = List.copyOf(cutflow);
    published = List.copyOf(published);
  }

  /// Whether everything here must be labelled as pseudo-data.
  public boolean isPseudoData() {
    return data.equals("pseudo-data");
  }
}
