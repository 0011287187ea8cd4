package org.lacuna.statistics.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.statistics.histfactory.Constraint.Free;
import org.lacuna.statistics.histfactory.Constraint.Normal;
import org.lacuna.statistics.histfactory.Constraint.Poisson;
import org.lacuna.statistics.histfactory.Modifier.HistoSys;
import org.lacuna.statistics.histfactory.Modifier.Lumi;
import org.lacuna.statistics.histfactory.Modifier.NormFactor;
import org.lacuna.statistics.histfactory.Modifier.NormSys;
import org.lacuna.statistics.histfactory.Modifier.ShapeFactor;
import org.lacuna.statistics.histfactory.Modifier.ShapeSys;
import org.lacuna.statistics.histfactory.Modifier.StatError;
import org.lacuna.statistics.histfactory.Workspace.Channel;
import org.lacuna.statistics.histfactory.Workspace.Measurement;
import org.lacuna.statistics.histfactory.Workspace.Observation;
import org.lacuna.statistics.histfactory.Workspace.ParameterSetting;
import org.lacuna.statistics.histfactory.Workspace.Range;
import org.lacuna.statistics.histfactory.Workspace.Sample;

class ModelTest {
  static LongStream seeds() {
    return RandomWorkspaces.seeds(40);
  }

  /// Product and sum of section 5, by hand: 2 · 1.1 · 1.5 · (10 + 3).
  @Test
  void factorsMultiplyWhatShiftsAdd() {
    Model model =
        Model.of(
            workspace(
                List.of(RandomWorkspaces.LUMI),
                channel(
                    "a",
                    sample(
                        "s",
                        List.of(10.0),
                        new NormFactor("mu"),
                        new NormSys("norm", 0.9, 1.1),
                        new ShapeFactor("free"),
                        new HistoSys("shape", List.of(8.0), List.of(13.0)),
                        new Lumi("lumi"),
                        new ShapeSys("counted", List.of(1.0)),
                        new StatError("stat", List.of(2.0))))));
    assertThat(model.parameters())
        .extracting(Parameter::name)
        .containsExactly("shape", "lumi", "mu", "norm", "free[0]", "counted[0]", "stat[0]");
    double[] point = {1, 1.2, 2, 1, 1.5, 0.9, 0.8};
    assertThat(model.expected(point)[0])
        .isCloseTo(1.2 * 2 * 1.1 * 1.5 * 0.9 * 0.8 * 13, within(1e-12));
  }

  @Test
  void defaultsAreThoseOfHistFactory() {
    Model model =
        Model.of(
            workspace(
                List.of(RandomWorkspaces.LUMI),
                channel(
                    "a",
                    sample(
                        "s",
                        List.of(50.0),
                        new NormFactor("mu"),
                        new NormSys("norm", 0.9, 1.1),
                        new ShapeFactor("free"),
                        new HistoSys("shape", List.of(8.0), List.of(13.0)),
                        new Lumi("lumi"),
                        new ShapeSys("counted", List.of(5.0)),
                        new StatError("stat", List.of(2.0))))));
    assertThat(model.parameters())
        .containsExactly(
            new Parameter("shape", 0, -5, 5, false, new Normal(0, 1)),
            new Parameter("lumi", 1, 0.5, 1.5, false, new Normal(1, 0.03)),
            new Parameter("mu", 1, 0, 10, false, new Free()),
            new Parameter("norm", 0, -5, 5, false, new Normal(0, 1)),
            new Parameter("free[0]", 1, 0, 10, false, new Free()),
            new Parameter("counted[0]", 1, 1e-10, 10, false, new Poisson(100, 100)),
            new Parameter("stat[0]", 1, 1e-10, 10, false, new Normal(1, 0.04)));
  }

  @Test
  void statisticalErrorsOfTheSamplesThatCarryThemAddInQuadrature() {
    Model model =
        Model.of(
            workspace(
                List.of(),
                channel(
                    "a",
                    sample("one", List.of(30.0, 0.0), new StatError("stat", List.of(3.0, 0.0))),
                    sample("two", List.of(10.0, 0.0), new StatError("stat", List.of(4.0, 1.0))),
                    sample("three", List.of(99.0, 1.0), new NormFactor("mu")))));
    assertThat(constraint(model, "stat[0]")).isEqualTo(new Normal(1, 5.0 / 40.0));
    // No counts, so nothing to scale: fixed, with the constraint that pyhf leaves in the density.
    assertThat(parameter(model, "stat[1]").fixed()).isTrue();
    assertThat(constraint(model, "stat[1]")).isEqualTo(new Normal(1, 1));
  }

  @Test
  void binsWithoutCountsOrUncertaintyDoNotMove() {
    Model model =
        Model.of(
            workspace(
                List.of(),
                channel(
                    "a",
                    sample(
                        "one",
                        List.of(30.0, 0.0, 20.0, -2.0),
                        new ShapeSys("counted", List.of(3.0, 1.0, 0.0, 1.0)),
                        new NormFactor("mu")))));
    assertThat(model.parameters())
        .filteredOn(parameter -> parameter.name().startsWith("counted"))
        .extracting(Parameter::fixed)
        .containsExactly(false, true, true, true);
    assertThat(constraint(model, "counted[2]")).isEqualTo(new Poisson(1, 1));
  }

  @Test
  void oneStatErrorMaySpanChannelsWithABinOfItsOwnForEach() {
    Model model =
        Model.of(
            workspace(
                List.of(),
                channel("b", sample("one", List.of(40.0), new StatError("stat", List.of(4.0)))),
                channel(
                    "a",
                    sample("one", List.of(10.0, 20.0), new StatError("stat", List.of(1.0, 3.0))),
                    sample("two", List.of(5.0, 5.0), new NormFactor("mu")))));
    assertThat(model.parameters())
        .extracting(Parameter::name)
        .containsExactly("mu", "stat[0]", "stat[1]", "stat[2]");
    assertThat(constraint(model, "stat[2]")).isEqualTo(new Normal(1, 0.1));
    assertThat(model.expected(new double[] {1, 2, 3, 4}))
        .containsExactly(new double[] {25, 65, 160}, within(1e-12));
  }

  @Test
  void oneShapeFactorMovesTheSameBinsOfSeveralChannels() {
    Model model =
        Model.of(
            workspace(
                List.of(),
                channel("b", sample("s", List.of(10.0, 20.0, 30.0), new ShapeFactor("free"))),
                channel("a", sample("s", List.of(1.0, 2.0), new ShapeFactor("free")))));
    assertThat(model.expected(new double[] {2, 3, 4}))
        .containsExactly(new double[] {2, 6, 20, 60, 120}, within(1e-12));
  }

  @Test
  void shiftsAndFactorsOfOneNameShareTheirParameter() {
    Model model =
        Model.of(
            workspace(
                List.of(),
                channel(
                    "a",
                    sample("one", List.of(10.0), new NormSys("energy", 0.9, 1.2)),
                    sample(
                        "two",
                        List.of(20.0),
                        new HistoSys("energy", List.of(18.0), List.of(23.0))))));
    assertThat(model.parameters()).hasSize(1);
    assertThat(model.expected(new double[] {1})[0]).isCloseTo(12 + 23, within(1e-12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderInTheFileDoesNotMatter(long seed) {
    Workspace workspace = RandomWorkspaces.of(seed);
    Model model = Model.of(workspace);
    Model shuffled = Model.of(shuffled(workspace, new Random(seed)));
    assertThat(shuffled.parameters()).isEqualTo(model.parameters());
    double[] point = new Random(seed).doubles(model.parameters().size(), 0.5, 1.5).toArray();
    assertThat(shuffled.expected(point)).containsExactly(model.expected(point), within(1e-9));
    assertThat(Fit.of(shuffled).twiceNll()).isCloseTo(Fit.of(model).twiceNll(), within(1e-7));
  }

  @Test
  void theMeasurementSetsStartsRangesAndConstraints() {
    ParameterSetting counted =
        new ParameterSetting(
            "counted",
            Optional.of(List.of(0.9, 1.1)),
            Optional.of(List.of(new Range(0.5, 2), new Range(0.2, 3))),
            Optional.of(List.of(90.0, 30.0)),
            Optional.of(List.of(100.0, 25.0)),
            Optional.empty(),
            Optional.of(true));
    Model model =
        Model.of(
            workspace(
                List.of(counted),
                channel(
                    "a",
                    sample(
                        "s",
                        List.of(50.0, 10.0),
                        new NormFactor("mu"),
                        new ShapeSys("counted", List.of(5.0, 1.0))))));
    assertThat(model.parameters())
        .contains(
            new Parameter("counted[0]", 0.9, 0.5, 2, true, new Poisson(90, 100)),
            new Parameter("counted[1]", 1.1, 0.2, 3, true, new Poisson(30, 25)));
  }

  @Test
  void settingsOfNamesThatNoModifierHasAreNotUsed() {
    assertThat(
            Model.of(
                    workspace(
                        List.of(RandomWorkspaces.LUMI),
                        channel("a", sample("s", List.of(1.0), new NormFactor("mu")))))
                .parameters())
        .hasSize(1);
  }

  @Test
  void theMeasurementChoosesTheParameterOfInterest() {
    Workspace workspace =
        new Workspace(
            List.of(
                channel("a", sample("s", List.of(1.0), new NormFactor("mu"), new NormFactor("k")))),
            List.of(new Observation("a", List.of(1.0))),
            List.of(
                new Measurement("first", "mu", List.of()),
                new Measurement("second", "k", List.of()),
                new Measurement("none", "", List.of())));
    assertThat(Model.of(workspace).poi()).hasValue(1);
    assertThat(Model.of(workspace, workspace.measurement("second")).poi()).hasValue(0);
    assertThat(Model.of(workspace, workspace.measurement("none")).poi()).isEmpty();
  }

  @Test
  void refusesContradictions() {
    refused(
        List.of(),
        "channel \"a\", sample \"s\", modifier \"x\" (normsys): a modifier of another kind has"
            + " this name and another parameter; rename one",
        new NormFactor("x"),
        new NormSys("x", 0.9, 1.1));
    refused(
        List.of(),
        "measurement \"m\": the parameter of interest \"mu\" has 0 parameters; name one of [k]",
        new NormFactor("k"));
    refused(
        List.of(),
        "measurement \"m\": the parameter of interest \"mu\" has 2 parameters; name one of []",
        new ShapeFactor("mu"));
    refused(List.of(), "the workspace has no modifiers to fit");
    refused(
        List.of(),
        "channel \"a\", sample \"s\", modifier \"lumi\" (lumi): measurement \"m\" must set inits,"
            + " bounds, auxdata and sigmas of the parameter \"lumi\"",
        new Lumi("lumi"));
    assertThatThrownBy(() ->
            Model.of(
                workspace(
                    List.of(),
                    channel(
                        "a",
                        sample("one", List.of(1.0), new ShapeSys("x", List.of(1.0))),
                        sample("two", List.of(1.0), new ShapeSys("x", List.of(1.0)))))))
        .hasMessage(
            "channel \"a\", sample \"two\", modifier \"x\" (shapesys): another sample has a"
                + " shapesys of this name, which cannot be shared; rename one");
  }

  @Test
  void everySettingHasOneEntryPerParameter() {
    Optional<List<Double>> two = Optional.of(List.of(1.0, 2.0));
    Optional<List<Double>> none = Optional.empty();
    Optional<List<Range>> open = Optional.empty();
    Optional<List<Range>> ranges = Optional.of(List.of(new Range(0, 1), new Range(0, 2)));
    Map<String, ParameterSetting> wrong =
        Map.of(
            "inits", new ParameterSetting("mu", two, open, none, none, none, Optional.empty()),
            "bounds", new ParameterSetting("mu", none, ranges, none, none, none, Optional.empty()),
            "auxdata", new ParameterSetting("mu", none, open, two, none, none, Optional.empty()),
            "factors", new ParameterSetting("mu", none, open, none, two, none, Optional.empty()),
            "sigmas", new ParameterSetting("mu", none, open, none, none, two, Optional.empty()));
    wrong.forEach((key, setting) ->
        refused(
            List.of(setting),
            "measurement \"m\", parameter \"mu\": "
                + key
                + " has 2 entries for 1 parameters; give one per parameter",
            new NormFactor("mu")));
  }

  @Test
  void refusesSettingsThatDoNotFit() {
    ParameterSetting none = ParameterSetting.none("mu");
    refused(
        List.of(with(none, Optional.of(List.of(1.0, 2.0)), Optional.empty())),
        "measurement \"m\", parameter \"mu\": inits has 2 entries for 1 parameters; give one per"
            + " parameter",
        new NormFactor("mu"));
    refused(
        List.of(with(none, Optional.of(List.of()), Optional.empty())),
        "measurement \"m\", parameter \"mu\": inits has 0 entries for 1 parameters; give one per"
            + " parameter",
        new NormFactor("mu"));
    refused(
        List.of(with(none, Optional.of(List.of(11.0)), Optional.empty())),
        "measurement \"m\", parameter \"mu\": the start 11.0 lies outside the bounds [0.0, 10.0];"
            + " change inits or bounds",
        new NormFactor("mu"));
    refused(
        List.of(with(none, Optional.empty(), Optional.of(List.of(1.0)))),
        "measurement \"m\", parameter \"mu\": auxdata is set, but the constraint of this parameter"
            + " has none; remove it",
        new NormFactor("mu"));
    refused(
        List.of(with(ParameterSetting.none("c"), Optional.empty(), Optional.of(List.of(-1.0)))),
        "measurement \"m\", parameter \"c\": auxdata is -1.0 at index 0; it is a count, 0 or more",
        new NormFactor("mu"),
        new ShapeSys("c", List.of(1.0)));
    for (String key : List.of("factors", "sigmas")) {
      Optional<List<Double>> given = Optional.of(List.of(1.0));
      boolean sigmas = key.equals("sigmas");
      for (Modifier modifier : List.of(new NormFactor("mu"), new NormSys("mu", 1, 1))) {
        if (sigmas && modifier instanceof NormSys) continue;
        refused(
            List.of(
                new ParameterSetting(
                    "mu",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    sigmas ? Optional.empty() : given,
                    sigmas ? given : Optional.empty(),
                    Optional.empty())),
            "measurement \"m\", parameter \"mu\": "
                + key
                + " is set, but the constraint of this"
                + " parameter has none; remove it",
            modifier);
      }
    }
  }

  private static ParameterSetting with(
      ParameterSetting setting, Optional<List<Double>> inits, Optional<List<Double>> auxdata) {
    return new ParameterSetting(
        setting.name(),
        inits,
        setting.bounds(),
        auxdata,
        setting.factors(),
        setting.sigmas(),
        setting.fixed());
  }

  private static void refused(
      List<ParameterSetting> settings, String complaint, Modifier... modifiers) {
    List<Double> nominal =
        modifiers.length > 0 && modifiers[0] instanceof ShapeFactor
            ? List.of(1.0, 2.0)
            : List.of(1.0);
    assertThatThrownBy(
            () -> Model.of(workspace(settings, channel("a", sample("s", nominal, modifiers)))))
        .isInstanceOf(WorkspaceException.class)
        .hasMessage(complaint);
  }

  private static Workspace workspace(List<ParameterSetting> settings, Channel... channels) {
    boolean hasMu =
        List.of(channels).stream()
            .flatMap(channel -> channel.samples().stream())
            .flatMap(sample -> sample.modifiers().stream())
            .anyMatch(modifier -> modifier.name().equals("mu") || modifier.name().equals("k"));
    return new Workspace(
        List.of(channels),
        List.of(channels).stream()
            .map(channel ->
                new Observation(channel.name(), Collections.nCopies(channel.bins(), 1.0)))
            .toList(),
        List.of(new Measurement("m", hasMu ? "mu" : "", settings)));
  }

  private static Channel channel(String name, Sample... samples) {
    return new Channel(name, List.of(samples));
  }

  private static Sample sample(String name, List<Double> nominal, Modifier... modifiers) {
    return new Sample(name, nominal, List.of(modifiers));
  }

  private static Parameter parameter(Model model, String name) {
    return model.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Constraint constraint(Model model, String name) {
    return parameter(model, name).constraint();
  }

  private static Workspace shuffled(Workspace workspace, Random random) {
    Function<List<Modifier>, List<Modifier>> modifiers = list -> shuffled(list, random);
    return new Workspace(
        shuffled(workspace.channels(), random).stream()
            .map(channel ->
                new Channel(
                    channel.name(),
                    shuffled(channel.samples(), random).stream()
                        .map(sample ->
                            new Sample(
                                sample.name(),
                                sample.nominal(),
                                modifiers.apply(sample.modifiers())))
                        .toList()))
            .toList(),
        shuffled(workspace.observations(), random),
        workspace.measurements());
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
