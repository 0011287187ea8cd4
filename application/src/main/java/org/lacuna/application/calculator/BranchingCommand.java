package org.lacuna.application.calculator;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.command.Answer;
import org.lacuna.application.input.InputException;
import org.lacuna.application.input.Quantity;
import org.lacuna.core.quantity.Dimension;
import org.lacuna.physics.decay.MissingMassSpectrum;
import org.lacuna.report.figure.Axis;
import org.lacuna.report.figure.Figure;
import org.lacuna.report.figure.Ink;
import org.lacuna.report.figure.Look;
import org.lacuna.report.figure.Series;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Branching fraction of a process.
@Command(
    name = "branching",
    mixinStandardHelpOptions = true,
    description = "Share of all K+ decays that are of a process.",
    footer = {
      "",
      "Examples:",
      "  lacuna physics branching --process munugamma --above \"0.1 GeV^2\" --form-factors chpt",
      "  lacuna physics branching --process munux --model vector --mass \"100 MeV\" --coupling"
          + " 1e-3",
      "  lacuna physics branching --process munununu",
      "  lacuna physics branching --process hnl --lepton e --mass \"200 MeV\" --mixing 1e-9"
    })
final class BranchingCommand implements Runnable {
  @Option(
      names = "--above",
      paramLabel = "M2",
      converter = Quantity.EnergySquared.class,
      description =
          "Only with a squared missing mass above this, such as \"0.1 GeV^2\"; it is that of all"
              + " that accompanies the lepton.")
  private @Nullable Double aboveGeV2;

  @Mixin private ProcessOptions options;
  @Mixin private Answer answer;
  @Mixin private Plot plot;

  @Override
  public void run() {
    KaonDecay decay = options.process();
    Map<String, Object> inputs = options.inputs();
    plot.draw(() -> figure(spectrum(options, decay).of()));
    double value;
    if (aboveGeV2 == null) {
      value = decay.branchingFraction();
    } else {
      MissingMassSpectrum spectrum = spectrum(options, decay).of();
      inputs.put("aboveGeV2", threshold(aboveGeV2, spectrum.highestGeV2()));
      value = spectrum.branchingFractionAbove(aboveGeV2);
    }
    answer.print(
        new Calculated("branching", inputs, value, ""),
        () -> Calculated.text("B(" + options.name() + ")", value, ""));
  }

  /// A threshold that no decay can be above is refused like a mass beyond its limit.
  private double threshold(double aboveGeV2, double highestGeV2) {
    if (aboveGeV2 >= 0 && aboveGeV2 < highestGeV2) return aboveGeV2;
    throw new InputException(
        "--above is %s: %s has squared missing masses from 0 to below %s"
            .formatted(
                Dimension.ENERGY_SQUARED.format(aboveGeV2, "GeV^2"),
                options.name(),
                Dimension.ENERGY_SQUARED.format(highestGeV2, "GeV^2")));
  }

  private Figure figure(MissingMassSpectrum spectrum) {
    Axis threshold = Axis.linear(Plot.MISSING_MASS, 0, spectrum.highestGeV2());
    Series above = Plot.line("", Look.of(Ink.BLUE), threshold, 1, spectrum::branchingFractionAbove);
    return Plot.figure(
        "branching",
        "Share of all <i>K</i><sup>+</sup> decays with a larger squared missing mass: "
            + options.name()
            + ".",
        threshold,
        Axis.logarithmicFor("<i>B</i> above", 0.1, above.values()),
        List.of(above),
        aboveGeV2 == null ? new Double[0] : new Double[] {aboveGeV2});
  }

  static KaonDecay.Spectrum spectrum(ProcessOptions options, KaonDecay decay) {
    if (decay instanceof KaonDecay.Spectrum spectrum) return spectrum;
    throw new InputException(
        options.name()
            + " has no spectrum of missing mass here: munugamma, pi0munu, pi0enu, munux, munununu"
            + " have one");
  }
}
