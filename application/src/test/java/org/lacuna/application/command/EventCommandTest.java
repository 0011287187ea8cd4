package org.lacuna.application.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.application.Lacuna;
import org.lacuna.application.catalogue.Catalogue;
import org.lacuna.application.input.CsvFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class EventCommandTest {
  /// Selected, with two photons that strike the calorimeter and a second particle of the beam.
  private static final String[] SELECTED = {
    "event", "--process", "pi0munu", "--number", "4", "--simulation"
  };

  /// Its muon passes through the holes of two chambers.
  private static final String[] LOST = {
    "event", "--process", "pi0munu", "--number", "17", "--simulation"
  };

  @TempDir private static Path shared;
  private static Path selected = Path.of("");
  private static Path lost = Path.of("");
  private static JsonNode story = JsonNodeFactory.instance.nullNode();

  @TempDir private Path folder;

  private final Lacuna lacuna = new Lacuna();

  @BeforeAll
  static void draw() {
    selected = shared.resolve("selected.csv");
    lost = shared.resolve("lost.csv");
    story = new Lacuna().json(drawing(selected, SELECTED));
    assertThat(new Lacuna().run(drawing(lost, LOST))).isZero();
  }

  private static String[] drawing(Path file, String... event) {
    return Stream.concat(Stream.of(event), Stream.of("--out", file.toString()))
        .toArray(String[]::new);
  }

  @Test
  void tellsTheStoryOfAnEvent() {
    assertThat(lacuna.run("event", "--process", "munu", "--number", "4711")).isZero();
    assertThat(lacuna.out())
        .startsWith("event 4711 of nature/munu")
        .contains("beam\n", "truth.kaon.momentum", "seen.missingMassSquared");
    assertThat(lacuna.out().strip().lines().toList().getLast())
        .matches("selected|fails: .*|lost in: .*|misses: .*|[a-z ]+: .*");
  }

  @Test
  void saysInWordsWhatWasProducedAndWhereItWent() {
    assertThat(story.get("tale").valueStream().map(JsonNode::asString))
        .satisfiesExactly(
            kaon -> assertThat(kaon).matches("kaon \\+, 75.* GeV, decays at z = 166.* m, .*"),
            muon -> assertThat(muon).matches("muon \\+, 23.* GeV, passes all apertures"),
            photon -> assertThat(photon).matches("photon, 18.* GeV, strikes LKr at 241.1 m"),
            photon -> assertThat(photon).matches("photon, 28.* GeV, strikes LKr at 241.1 m"),
            track -> assertThat(track).matches("measured track, 23.* GeV"),
            measured ->
                assertThat(measured).matches("measured kaon, 75.* GeV, vertex at z = 16.*"));
  }

  /// Each decay that a card may name, whether or not this card does.
  static Stream<String> processes() {
    return Catalogue.with(List.of()).processes().keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void replaysEveryProcess(String process, @TempDir Path folder) throws IOException {
    Path table =
        Files.writeString(folder.resolve("t.csv"), "squaredMassGeV2,density\n0,1\n0.1,2\n");
    List<String> event = new ArrayList<>(List.of("event", "--process", process, "--number", "5"));
    if (List.of("hnl", "munux").contains(process)) event.addAll(List.of("--mass", "100 MeV"));
    if (process.equals("invisible")) event.addAll(List.of("--spectrum", table.toString()));
    JsonNode told = lacuna.json(event.toArray(String[]::new));
    assertThat(told.get("process").asString()).isEqualTo(process);
    assertThat(told.get("tale").valueStream().map(JsonNode::asString))
        .anySatisfy(line -> assertThat(line).matches("kaon \\+, 7.* GeV, decays at .*"))
        .anySatisfy(line -> assertThat(line).matches("(muon|pion|electron) \\+, .* GeV, .*"));
  }

  @Test
  void aSignalIsWhatItIsAskedToBe() {
    assertThat(momentum("munux", "--mass", "100 MeV", "--model", "scalar"))
        .isNotEqualTo(momentum("munux", "--mass", "100 MeV", "--model", "vector"));
    assertThat(momentum("munununu", "--spectrum", "sm"))
        .isNotEqualTo(momentum("munununu", "--spectrum", "phase-space"));
    assertThat(momentum("hnl", "--mass", "300 MeV", "--lepton", "electron"))
        .isNotEqualTo(momentum("hnl", "--mass", "300 MeV"));
    assertThat(momentum("hnl", "--mass", "300 MeV", "--lepton", "muon"))
        .isEqualTo(momentum("hnl", "--mass", "300 MeV"));
  }

  /// Of the true lepton of event 5.
  private double momentum(String process, String... options) {
    String[] event = {"event", "--process", process, "--number", "5"};
    JsonNode stages =
        lacuna
            .json(Stream.of(event, options).flatMap(Stream::of).toArray(String[]::new))
            .get("stages");
    return stages
        .valueStream()
        .flatMap(stage -> stage.get("changes").valueStream())
        .filter(it -> it.get("column").asString().equals("truth.chargedRay.momentum"))
        .findFirst()
        .orElseThrow()
        .get("value")
        .asDouble();
  }

  @Test
  void tellsOfEachChargedDaughterWithItsCharge() {
    assertThat(lacuna.run("event", "--process", "pipipi", "--number", "17")).isZero();
    assertThat(lacuna.out().lines().filter(line -> line.contains(" GeV, passes")))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("pion +, "),
            second -> assertThat(second).startsWith("pion +, "),
            third -> assertThat(third).startsWith("pion -, "));
  }

  /// The chambers see both further pions of this event, but one of them in part.
  @Test
  void tellsAndDrawsFurtherTracksWhereTheyAreRecorded() throws IOException {
    Path card = folder.resolve("recorded.yaml");
    Files.writeString(
        card,
        """
        schema: lacuna/run/1
        extends: na62-2016-2018
        nature: {veto: recorded}
        """);
    Path file = folder.resolve("tracks.csv");
    String[] event = {"event", "--process", "pipipi", "--number", "6", card.toString()};
    JsonNode told = lacuna.json(drawing(file, event));
    assertThat(told.get("tale").valueStream().map(JsonNode::asString))
        .filteredOn(line -> line.startsWith("further"))
        .satisfiesExactly(
            track -> assertThat(track).matches("further measured track \\+, 26.* GeV"),
            segment -> assertThat(segment).isEqualTo("further measured segment"));
    List<Point> drawn = points("further measured track", file);
    assertThat(drawn.getFirst().x).isCloseTo(183.508, within(1e-3));
    assertThat(drawn).anyMatch(point -> Math.abs(point.x - 246.8) < 1e-3);
  }

  @Test
  void beginsWithWhatTheFirstStageHasMade() {
    JsonNode first = story.get("stages").get(0);
    assertThat(first.get("stage").asString()).isEqualTo("beam");
    assertThat(first.get("changes").valueStream().map(it -> it.get("column").asString()))
        .contains("truth.kaon.momentum")
        .doesNotContain("truth.chargedRay.momentum");
  }

  @Test
  void tellsWhichPlanesALostMuonMisses() {
    assertThat(lacuna.run(LOST)).isZero();
    assertThat(lacuna.out().strip()).endsWith("lost in: acceptance\nmisses: STRAW1, STRAW2");
    assertThat(lacuna.json(LOST).get("missed").valueStream().map(JsonNode::asString))
        .containsExactly("STRAW1", "STRAW2");
    assertThat(story.get("missed")).isEmpty();
  }

  /// The same event where losses are recorded knows.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pi0munu | 1  | photon veto  | an LKr cluster away from the track
          pipipi  | 3  | pion as muon | much energy in the LKr at the track
          munu    | 16 | efficiency   | no track
          """)
  void tellsByWhatADrawnEventIsLost(String process, String number, String stage, String signal) {
    String[] event = {"event", "--process", process, "--number", number};
    assertThat(lacuna.run(event)).isZero();
    assertThat(lacuna.out().strip()).contains("lost in: %1$s\n%1$s: %2$s".formatted(stage, signal));
    assertThat(lacuna.json(event).get("signals").valueStream().map(JsonNode::asString))
        .containsExactly(stage + ": " + signal);
  }

  @Test
  void tellsTheSameStoryTwice() {
    JsonNode first = lacuna.json("event", "--process", "pi0munu", "--number", "17", "--simulation");
    assertThat(lacuna.json("event", "--process", "pi0munu", "--number", "17", "--simulation"))
        .isEqualTo(first);
    assertThat(first.get("role").asString()).isEqualTo("simulation");
  }

  @ParameterizedTest
  @CsvSource({"munuu, 1, munuu", "munu, -1, -1"})
  void refusesAnEventThatDoesNotExist(String process, String number, String told) {
    assertThat(lacuna.run("event", "--process", process, "--number", number)).isEqualTo(2);
    assertThat(lacuna.err()).contains(told);
  }

  @Test
  void theSignalIsAProcessToo() {
    JsonNode story = lacuna.json("event", "--process", "hnl", "--mass", "270 MeV", "--number", "1");
    assertThat(story.get("process").asString()).isEqualTo("hnl");
  }

  /// N that nature has beside the signal of the same name needs no mass; of 1 ps it never lives to
  /// the end.
  @Test
  void anInjectedSignalIsAProcess() throws IOException {
    Path card = folder.resolve("injected.yaml");
    Files.writeString(
        card,
        """
        schema: lacuna/run/1
        extends: na62-2016-2018
        nature:
          processes:
            hnl: {type: hnl, after: munu, lepton: muon, mass: 300 MeV, mixing: 1, lifetime: 1 ps}
        """);
    JsonNode story = lacuna.json("event", "--process", "hnl", "--number", "1", card.toString());
    assertThat(story.get("stages").valueStream().map(stage -> stage.get("stage").asString()))
        .contains("flight of N", "survivors")
        .doesNotContain("flight");
    assertThat(story.get("lostIn").asString()).isEqualTo("flight of N");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf", "png"})
  void drawsTheEventInTheFormatOfItsFile(String ending) {
    Path file = folder.resolve("event." + ending);
    assertThat(lacuna.run(drawing(file, LOST))).isZero();
    assertThat(file.toFile().length()).isGreaterThan(10_000);
  }

  @Test
  void thePictureSaysWhatBecameOfTheEvent() throws IOException {
    Path first = folder.resolve("first.svg");
    Path second = folder.resolve("second.svg");
    assertThat(lacuna.run(drawing(first, LOST))).isZero();
    assertThat(lacuna.run(drawing(second, LOST))).isZero();
    assertThat(first)
        .content()
        .contains("pi0munu, event 17, seed 20210610: lost in: acceptance; misses: STRAW1, STRAW2");
    assertThat(second).hasContent(Files.readString(first));
  }

  /// One point of a line.
  private record Point(String panel, double x, double y) {}

  /// What is drawn under a name in the legend, in the order of the panels.
  private static List<Point> points(String series, Path drawn) {
    List<String> columns = List.of("panel", "series", "x", "y");
    return CsvFile.read(drawn, columns, List.of("x_low", "x_high", "y_low", "y_high"))
        .rows()
        .stream()
        .filter(row -> row.text("series").startsWith(series) && !row.text("y").isEmpty())
        .map(row -> new Point(row.text("panel"), row.number("x"), row.number("y")))
        .toList();
  }

  private static double told(String column) {
    return story
        .get("stages")
        .valueStream()
        .flatMap(stage -> stage.get("changes").valueStream())
        .filter(change -> change.get("column").asString().equals(column))
        .reduce((_, last) -> last)
        .orElseThrow()
        .get("value")
        .asDouble();
  }

  @Test
  void theKaonGoesFromTheLastBeamStationToItsDecay() {
    List<Point> kaon = points("kaon,", selected);
    assertThat(kaon.getFirst().x).isCloseTo(102.4, within(1e-4));
    assertThat(kaon.getFirst().y).isCloseTo(told("truth.kaon.y"), within(1e-6));
    assertThat(kaon.getLast().x).isCloseTo(told("truth.decayZ"), within(1e-4));
  }

  /// 270 MeV over the momentum, towards negative x.
  @Test
  void theMuonIsBentInTheMagnetOnly() {
    List<Point> muon = points("muon,", selected);
    double before = slope(muon, 185, 196);
    double after = slope(muon, 198, 246);
    assertThat(before - after).isCloseTo(0.27 / told("truth.chargedRay.momentum"), within(1e-4));
    assertThat(slope(muon, 198, 220)).isCloseTo(after, within(1e-5));
    assertThat(muon.getLast().x).isCloseTo(246.8, within(1e-4));
  }

  private static double slope(List<Point> line, double from, double to) {
    Point a = line.stream().filter(p -> p.x >= from).findFirst().orElseThrow();
    Point b = line.stream().filter(p -> p.x <= to).toList().getLast();
    return (b.y - a.y) / (b.x - a.x);
  }

  /// The first that it strikes; event 17 has one in the calorimeter and one in LAV 8.
  @Test
  void aPhotonEndsInACounter() {
    List<Point> photons = points("photon,", lost);
    assertThat(photons.getLast().x).isCloseTo(241.093, within(1e-3));
    assertThat(photons).anyMatch(point -> Math.abs(point.x - 180.333) < 1e-3);
  }

  /// The hole of a chamber of four views, on its widest line, is the diagonal of a square; and the
  /// outer edge is round.
  @Test
  void aPlaneIsDrawnWhereItSees() {
    List<Double> edges =
        points("detector plane", selected).stream()
            .filter(point -> Math.abs(point.x - 183.508) < 1e-3)
            .map(Point::y)
            .toList();
    double half = 0.0638 * StrictMath.sqrt(2);
    double[] expected = {-1, 0.1012 - half, 0.1012 + half, 1};
    assertThat(edges).hasSize(4);
    for (int k = 0; k < 4; k++) assertThat(edges.get(k)).isCloseTo(expected[k], within(2e-3));
  }

  @Test
  void anApertureIsDrawnWhereItStops() {
    assertThat(points("aperture", selected))
        .filteredOn(point -> Math.abs(point.x - 152.393) < 1e-3)
        .extracting(Point::y)
        .satisfiesExactly(
            y -> assertThat(y).isCloseTo(-1.5, within(2e-3)),
            y -> assertThat(y).isCloseTo(-0.5365, within(2e-3)),
            y -> assertThat(y).isCloseTo(0.5365, within(2e-3)),
            y -> assertThat(y).isCloseTo(1.5, within(2e-3)));
  }

  @ParameterizedTest
  @CsvSource({"event.gif, gif", "nowhere/event.svg, nowhere", "there.svg, --overwrite"})
  void refusesAPictureThatItCannotDraw(String name, String told) throws IOException {
    Files.writeString(folder.resolve("there.svg"), "precious");
    String file = folder.resolve(name).toString();
    assertThat(lacuna.run("event", "--process", "munu", "--number", "1", "--out", file))
        .isEqualTo(2);
    assertThat(lacuna.err()).contains(told);
    assertThat(lacuna.err().lines().count()).isLessThanOrEqualTo(3);
    assertThat(folder.resolve("there.svg")).hasContent("precious");
  }

  /// One that decays before the last beam station: the track alone is drawn.
  @Test
  void anEventWithoutAKaonHasNoVertex() {
    Path file = folder.resolve("upstream.csv");
    String[] event = {"event", "--process", "upstream-munu", "--number", "31", "na62-upstream"};
    assertThat(lacuna.run(drawing(file, event))).isZero();
    assertThat(lacuna.out()).contains("fails: GTK track within");
    assertThat(points("vertex", file)).isEmpty();
    assertThat(points("measured kaon", file)).isEmpty();
    assertThat(points("measured track", file).getFirst().x).isCloseTo(183.508, within(1e-3));
  }
}
