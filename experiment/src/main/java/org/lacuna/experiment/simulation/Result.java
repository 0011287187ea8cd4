package org.lacuna.experiment.simulation;

import java.util.Arrays;
import org.lacuna.core.batch.Rows;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.selection.Selection;

/// What is kept of a sample: the cutflow, the events that fail one cut only, spectra of the squared
/// missing mass, and the exact list of large ones.
///
/// Counts are whole numbers; sums of weights go row by row within a chunk, and chunks are added in
/// their order, so that no bit depends on threads or blocks.
public final class Result {
  /// Bins of Fig. 2 of the paper.
  private static final double WIDE_LOW_GEV2 = -0.2;

  private static final double WIDE_STEP_GEV2 = 0.002;
  private static final int WIDE_BINS = 180;

  /// Fine bins around the peak of K⁺ → μ⁺ν.
  private static final double PEAK_LOW_GEV2 = -0.0125;

  private static final double PEAK_STEP_GEV2 = 5e-5;
  private static final int PEAK_BINS = 500;

  private final int required;
  private final int cuts;
  private final int variants;
  private final float listedAboveGeV2;
  private long thrown;
  private final long[] firstFailed;
  private final long[] onlyFailed;
  private final double[][] firstFailedWeight;
  private final double[][] onlyFailedWeight;
  private final Spectrum spectrum;
  private final Spectrum peak;
  private final FloatList listed = new FloatList();
  private final FloatList[] listedWeight;
  private final int[] bin = Rows.ints(Rows.BLOCK);
  private final int[] row = Rows.ints(Rows.BLOCK);

  /// @param variants weights per event; 0 for events without weights
  /// @param listedAboveGeV2 selected events above this are listed
  public Result(Selection selection, int variants, double listedAboveGeV2) {
    this.variants = variants;
    this.listedAboveGeV2 = (float) listedAboveGeV2;
    required = selection.required();
    cuts = selection.cuts().size();
    firstFailed = new long[cuts + 1];
    onlyFailed = new long[cuts];
    firstFailedWeight = new double[variants][cuts + 1];
    onlyFailedWeight = new double[variants][cuts];
    spectrum = new Spectrum(WIDE_LOW_GEV2, WIDE_STEP_GEV2, WIDE_BINS, variants);
    peak = new Spectrum(PEAK_LOW_GEV2, PEAK_STEP_GEV2, PEAK_BINS, variants);
    listedWeight = new FloatList[variants];
    Arrays.setAll(listedWeight, v -> new FloatList());
  }

  /// Takes in the events of a block.
  ///
  /// @param events thrown for it
  /// @param weight of each variant
  public void fill(int events, Measured seen, float[][] weight) {
    thrown += events;
    int selected = cutflow(seen, weight);
    float[] m2 = seen.missingMassSquared;
    spectrum.find(m2, bin, seen.n);
    fill(spectrum, weight, selected);
    peak.find(m2, bin, seen.n);
    fill(peak, weight, selected);
    for (int j = 0; j < selected; j++) {
      int i = row[j];
      if (!(m2[i] > listedAboveGeV2)) continue;
      listed.add(m2[i]);
      for (int v = 0; v < variants; v++) listedWeight[v].add(weight[v][i]);
    }
  }

  /// Counts by the first cut that is failed; leaves the rows of selected events in `row`.
  private int cutflow(Measured seen, float[][] weight) {
    int selected = 0;
    for (int i = 0; i < seen.n; i++) {
      int failed = required & ~seen.passed[i];
      int first = Integer.numberOfTrailingZeros(failed | (1 << cuts));
      firstFailed[first]++;
      row[selected] = i;
      selected += failed == 0 ? 1 : 0;
      boolean only = failed != 0 && (failed & (failed - 1)) == 0;
      if (only) onlyFailed[first]++;
      for (int v = 0; v < variants; v++) {
        firstFailedWeight[v][first] += weight[v][i];
        if (only) onlyFailedWeight[v][first] += weight[v][i];
      }
    }
    return selected;
  }

  private void fill(Spectrum histogram, float[][] weight, int selected) {
    histogram.count(bin, row, selected);
    for (int v = 0; v < variants; v++) histogram.weigh(v, bin, row, weight[v], selected);
  }

  /// Adds the next chunk.
  public void add(Result next) {
    thrown += next.thrown;
    for (int c = 0; c <= cuts; c++) firstFailed[c] += next.firstFailed[c];
    for (int c = 0; c < cuts; c++) onlyFailed[c] += next.onlyFailed[c];
    for (int v = 0; v < variants; v++) {
      for (int c = 0; c <= cuts; c++) firstFailedWeight[v][c] += next.firstFailedWeight[v][c];
      for (int c = 0; c < cuts; c++) onlyFailedWeight[v][c] += next.onlyFailedWeight[v][c];
      listedWeight[v].add(next.listedWeight[v]);
    }
    spectrum.add(next.spectrum);
    peak.add(next.peak);
    listed.add(next.listed);
  }

  /// Events thrown.
  public long thrown() {
    return thrown;
  }

  /// Events that reach reconstruction.
  public long measured() {
    return Arrays.stream(firstFailed).sum();
  }

  /// Events that pass the first cuts, up to and including number `cut`.
  public long passed(int cut) {
    return measured() - Arrays.stream(firstFailed, 0, cut + 1).sum();
  }

  /// Events that pass all cuts.
  public long selected() {
    return firstFailed[cuts];
  }

  /// Events that fail this cut and no other.
  public long failedOnly(int cut) {
    return onlyFailed[cut];
  }

  /// Number of weights per event; 0 for events without weights.
  public int variants() {
    return variants;
  }

  /// Sum of weights of the events that reach reconstruction.
  public double measuredWeight(int variant) {
    return Arrays.stream(firstFailedWeight[variant]).sum();
  }

  /// Sum of weights of the events that pass the first cuts.
  public double passedWeight(int variant, int cut) {
    double passed = 0;
    for (int c = cut + 1; c <= cuts; c++) passed += firstFailedWeight[variant][c];
    return passed;
  }

  /// Sum of weights of the events that fail this cut and no other.
  public double failedOnlyWeight(int variant, int cut) {
    return onlyFailedWeight[variant][cut];
  }

  /// Selected events by squared missing mass in GeV², in the bins of Fig. 2.
  public Spectrum spectrum() {
    return spectrum;
  }

  /// The same in fine bins around zero.
  public Spectrum peak() {
    return peak;
  }

  /// Squared missing masses in GeV² of the selected events above the bound, in the order of their
  /// numbers.
  public float[] listed() {
    return listed.toArray();
  }

  /// Weights of the listed events.
  public float[] listedWeight(int variant) {
    return listedWeight[variant].toArray();
  }

  /// A growing column.
  private static final class FloatList {
    private float[] values = new float[16];
    private int size;

    void add(float value) {
      reserve(1);
      values[size++] = value;
    }

    void add(FloatList other) {
      reserve(other.size);
      System.arraycopy(other.values, 0, values, size, other.size);
      size += other.size;
    }

    private void reserve(int more) {
      if (size + more > values.length) {
        values = Arrays.copyOf(values, Math.max(2 * values.length, size + more));
      }
    }

    float[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
