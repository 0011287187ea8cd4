package org.lacuna.application.calculator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.lacuna.application.command.Answer;
import org.lacuna.core.quantity.Dimension;
import org.lacuna.physics.widths.Channel;
import org.lacuna.physics.widths.HeavyNeutrino;
import org.lacuna.report.figure.Axis;
import org.lacuna.report.figure.Dash;
import org.lacuna.report.figure.Figure;
import org.lacuna.report.figure.Ink;
import org.lacuna.report.figure.Look;
import org.lacuna.report.figure.Series;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Partial widths of N.
@Command(
    name = "width",
    mixinStandardHelpOptions = true,
    description = "Partial widths of a heavy neutral lepton N by final state.",
    footer = {"", "Example:", "  lacuna physics width --mass \"300 MeV\" --umu2 1 --dirac"})
final class WidthCommand implements Runnable {
  @Mixin private NeutrinoOptions options;
  @Mixin private Answer answer;
  @Mixin private Plot plot;

  @Override
  public void run() {
    HeavyNeutrino neutrino = options.neutrino();
    plot.draw(this::figure);
    Calculated result =
        new Calculated(
            "width",
            options.inputs(),
            NeutrinoOptions.widthsGeV(neutrino),
            Dimension.ENERGY.unit());
    answer.print(result, () -> NeutrinoOptions.table(neutrino));
  }

  private Figure figure() {
    Axis mass = options.masses();
    List<Series> all = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      DoubleUnaryOperator width = m -> open(options.neutrino(m).widthGeV(channel));
      Series series = Plot.line(channel.label(), look(channel), mass, 1e-3, width);
      if (!series.data().isEmpty()) all.add(series);
    }
    return Plot.figure(
        "width",
        "Partial widths of <i>N</i>.",
        mass,
        Axis.logarithmicFor("Γ [GeV]", 2, all.stream().flatMapToDouble(Series::values)),
        all,
        options.massMeV());
  }

  private static Look look(Channel channel) {
    return switch (channel) {
      case NUNUNU -> Look.of(Ink.BLACK);
      case NU_GAMMA -> Look.of(Ink.GREY, Dash.DOTTED);
      case NU_E_E -> Look.of(Ink.BLUE);
      case NU_MU_MU -> Look.of(Ink.BLUE, Dash.DASHED);
      case E_MU_NU -> Look.of(Ink.GREEN);
      case MU_E_NU -> Look.of(Ink.ORANGE, Dash.DASHED);
      case NU_PI0 -> Look.of(Ink.PURPLE);
      case E_PI -> Look.of(Ink.VERMILION);
      case MU_PI -> Look.of(Ink.VERMILION, Dash.DASHED);
    };
  }

  /// A closed channel has no place on a logarithmic axis.
  private static double open(double widthGeV) {
    return widthGeV > 0 ? widthGeV : Double.NaN;
  }
}
