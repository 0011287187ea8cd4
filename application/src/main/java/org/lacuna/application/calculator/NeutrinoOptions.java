package org.lacuna.application.calculator;

import static org.lacuna.application.calculator.Limits.below;
import static org.lacuna.application.input.InputException.given;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lacuna.application.input.InputException;
import org.lacuna.application.input.Quantity;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.widths.Channel;
import org.lacuna.physics.widths.HeavyNeutrino;
import org.lacuna.physics.widths.Mixing;
import org.lacuna.physics.widths.Nature;
import org.lacuna.report.figure.Axis;
import picocli.CommandLine.Option;

/// A heavy neutral lepton on the command line: what `lifetime` and `width` share.
final class NeutrinoOptions {
  private static final double LIGHTEST_SHOWN_MEV = 10;

  @Option(
      names = "--mass",
      required = true,
      paramLabel = "M",
      converter = Quantity.Energy.class,
      description = "Mass of N with its unit, such as \"300 MeV\"; below that of the kaon.")
  private double massGeV;

  @Option(
      names = "--ue2",
      paramLabel = "U2",
      description = "Mixing squared with the electron neutrino (default: 0).")
  private double electron;

  @Option(
      names = "--umu2",
      paramLabel = "U2",
      description = "Mixing squared with the muon neutrino (default: 0).")
  private double muon;

  @Option(
      names = "--utau2",
      paramLabel = "U2",
      description = "Mixing squared with the tau neutrino (default: 0).")
  private double tau;

  @Option(names = "--dirac", description = "N is a Dirac particle (default: Majorana).")
  private boolean dirac;

  /// Another mass with the same couplings.
  HeavyNeutrino neutrino(double otherGeV) {
    return new HeavyNeutrino(otherGeV, new Mixing(electron, muon, tau), nature());
  }

  /// The masses of a figure, in MeV: light ones decay too slowly to be of interest.
  Axis masses() {
    double lowest = Math.min(LIGHTEST_SHOWN_MEV, 1e3 * massGeV);
    return Axis.linear(Plot.MASS, lowest, 1e3 * Particle.KAON.massGeV());
  }

  double massMeV() {
    return 1e3 * massGeV;
  }

  HeavyNeutrino neutrino() {
    below("--mass", massGeV, Particle.KAON.massGeV(), "N from a kaon");
    if (massGeV == 0) throw new InputException("--mass is 0 GeV: a massless N does not decay");
    Mixing mixing = given(() -> new Mixing(electron, muon, tau));
    if (mixing.sum() == 0) {
      throw new InputException(
          "N does not decay without mixing: give at least one of --ue2, --umu2, --utau2 above 0");
    }
    return given(() -> new HeavyNeutrino(massGeV, mixing, nature()));
  }

  Map<String, Object> inputs() {
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("massGeV", massGeV);
    inputs.put("ue2", electron);
    inputs.put("umu2", muon);
    inputs.put("utau2", tau);
    inputs.put("nature", nature());
    return inputs;
  }

  /// Partial widths in GeV by the name of the final state, closed ones included.
  static Map<String, Double> widthsGeV(HeavyNeutrino neutrino) {
    Map<String, Double> widths = new LinkedHashMap<>();
    neutrino.widthsGeV().forEach((channel, width) -> widths.put(channel.label(), width));
    return widths;
  }

  /// The open final states as a table for people.
  static String table(HeavyNeutrino neutrino) {
    StringBuilder table = new StringBuilder("channel        width [GeV]      share\n");
    for (Channel channel : Channel.values()) {
      double width = neutrino.widthGeV(channel);
      if (width > 0) {
        table.append(
            String.format(
                java.util.Locale.ROOT,
                "%-12s  %12.5e  %8.4f%%%n",
                channel.label(),
                width,
                100 * width / neutrino.widthGeV()));
      }
    }
    return table.toString().stripTrailing();
  }

  private Nature nature() {
    return dirac ? Nature.DIRAC : Nature.MAJORANA;
  }
}
