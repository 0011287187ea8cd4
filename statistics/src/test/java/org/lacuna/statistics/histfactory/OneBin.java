package org.lacuna.statistics.histfactory;

import java.util.List;
import org.lacuna.statistics.histfactory.Modifier.NormFactor;
import org.lacuna.statistics.histfactory.Workspace.Channel;
import org.lacuna.statistics.histfactory.Workspace.Measurement;
import org.lacuna.statistics.histfactory.Workspace.Observation;
import org.lacuna.statistics.histfactory.Workspace.ParameterSetting;
import org.lacuna.statistics.histfactory.Workspace.Sample;

/// Workspaces of one bin: `ν = μ · signal + background`, with modifiers of the background.
final class OneBin {
  static Workspace workspace(
      double signal, double background, double observed, Modifier... ofBackground) {
    return workspace(List.of(), signal, background, observed, ofBackground);
  }

  static Workspace workspace(
      List<ParameterSetting> settings,
      double signal,
      double background,
      double observed,
      Modifier... ofBackground) {
    return new Workspace(
        List.of(
            new Channel(
                "region",
                List.of(
                    new Sample("signal", List.of(signal), List.of(new NormFactor("mu"))),
                    new Sample("background", List.of(background), List.of(ofBackground))))),
        List.of(new Observation("region", List.of(observed))),
        List.of(new Measurement("m", "mu", settings)));
  }

  private OneBin() {}
}
