package org.lacuna.application.calculator;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lacuna.application.command.Answer;
import org.lacuna.application.input.InputException;
import org.lacuna.physics.decay.MissingMassSpectrum;
import org.lacuna.report.figure.Axis;
import org.lacuna.report.figure.Datum;
import org.lacuna.report.figure.Figure;
import org.lacuna.report.figure.Ink;
import org.lacuna.report.figure.Look;
import org.lacuna.report.figure.Series;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Spectrum of the squared missing mass of a process.
@Command(
    name = "spectrum",
    mixinStandardHelpOptions = true,
    description =
        "Normalised density of the squared missing mass, averaged over bins, as CSV or JSON.",
    footer = {
      "",
      "Examples:",
      "  lacuna physics spectrum --process munununu --bins 60",
      "  lacuna physics spectrum --process munux --model scalar --mass \"50 MeV\" --json"
    })
final class SpectrumCommand implements Runnable {
  private static final int MOST_BINS = 10_000;

  @Option(
      names = "--bins",
      defaultValue = "60",
      paramLabel = "N",
      description = "Bins of equal width over the whole range (default: ${DEFAULT-VALUE}).")
  private int bins;

  @Mixin private ProcessOptions options;
  @Mixin private Answer answer;
  @Mixin private Plot plot;

  /// @param lowGeV2 lower edge of the bin
  /// @param highGeV2 upper edge
  /// @param densityPerGeV2 mean density of the bin, normalised to 1 over the whole range
  /// @param fraction share of the decays in the bin
  record Bin(double lowGeV2, double highGeV2, double densityPerGeV2, double fraction) {
    static Bin of(MissingMassSpectrum spectrum, double lowGeV2, double highGeV2) {
      double fraction = spectrum.fractionAbove(lowGeV2) - spectrum.fractionAbove(highGeV2);
      return new Bin(lowGeV2, highGeV2, fraction / (highGeV2 - lowGeV2), fraction);
    }

    String csv() {
      return String.join(
          ",",
          Double.toString(lowGeV2),
          Double.toString(highGeV2),
          Double.toString(densityPerGeV2),
          Double.toString(fraction));
    }
  }

  @Override
  public void run() {
    if (bins < 1 || bins > MOST_BINS) {
      throw new InputException("--bins is " + bins + ": give 1 to " + MOST_BINS);
    }
    MissingMassSpectrum spectrum = BranchingCommand.spectrum(options, options.process()).of();
    Map<String, Object> inputs = options.inputs();
    inputs.put("bins", bins);
    double low = spectrum.lowestGeV2();
    double width = (spectrum.highestGeV2() - low) / bins;
    List<Bin> binned =
        IntStream.range(0, bins)
            .mapToObj(i -> Bin.of(spectrum, low + i * width, low + (i + 1) * width))
            .toList();
    plot.draw(() -> figure(binned));
    answer.print(new Calculated("spectrum", inputs, binned, "GeV^-2"), () -> csv(binned));
  }

  private Figure figure(List<Bin> binned) {
    List<Datum> steps =
        binned.stream()
            .map(bin -> Datum.bin(bin.lowGeV2, bin.highGeV2, bin.densityPerGeV2))
            .toList();
    Series density = Series.of("", Series.Kind.STEPS, Look.of(Ink.BLUE), steps);
    return Plot.figure(
        "spectrum",
        "Normalised density of the squared missing mass: " + options.name() + ".",
        Axis.linear(Plot.MISSING_MASS, binned.getFirst().lowGeV2, binned.getLast().highGeV2),
        Axis.linearFor("Density [GeV<sup>−2</sup>]", 0.1, density.values()),
        List.of(density));
  }

  private static String csv(List<Bin> binned) {
    return binned.stream()
        .map(Bin::csv)
        .collect(Collectors.joining("\n", "lowGeV2,highGeV2,densityPerGeV2,fraction\n", ""));
  }
}
