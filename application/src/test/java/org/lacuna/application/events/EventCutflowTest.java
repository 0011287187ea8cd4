package org.lacuna.application.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.application.card.Cards;
import org.lacuna.application.catalogue.Catalogue;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.simulation.EventRows;
import org.lacuna.experiment.simulation.Result;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.experiment.simulation.Spectrum;
import org.lacuna.physics.decay.DecayModel;

/// Through a file and back: nothing is lost, and the selection finds what the run finds.
class EventCutflowTest {
  private static final RunCard CARD =
      Cards.resolve("na62-2016-2018", Map.of()).read(RunCard.cards(Catalogue.with(List.of())));

  @TempDir private Path folder;

  private static Simulation simulation(String process, Role role) {
    RunCard.Setting setting = role == Role.NATURE ? CARD.nature() : CARD.simulation();
    DecayModel model =
        setting.processes().stream()
            .filter(it -> it.name().equals(process))
            .findFirst()
            .orElseThrow();
    return Simulation.of(
        setting.apparatus(), CARD.reconstruction(), CARD.selection(), model, role, CARD.seed());
  }

  private Path file(Simulation simulation, long first, long count) throws IOException {
    Path file = folder.resolve("events.csv");
    try (Writer out = Files.newBufferedWriter(file)) {
      EventHeader header = new EventHeader(Map.of("decays", Long.toString(count)));
      EventWriter.write(header, new EventRows(simulation), first, count, out);
    }
    return file;
  }

  /// Bit for bit, across the end of a chunk, from which sums start anew.
  @ParameterizedTest
  @CsvSource({
    "munu, SIMULATION, 2500",
    "munugamma, SIMULATION, 1500",
    "pi0munu, SIMULATION, 1500",
    "munu, NATURE, 1500",
    "munugamma, NATURE, 1500"
  })
  void aFileHasTheCutflowOfTheRun(String process, Role role, long half) throws IOException {
    Simulation simulation = simulation(process, role);
    long first = Simulation.CHUNK - half;
    long end = Simulation.CHUNK + half;
    Result run = simulation.result(Double.POSITIVE_INFINITY);
    run.add(result(simulation, first, Simulation.CHUNK));
    run.add(result(simulation, Simulation.CHUNK, end));

    EventCutflow read = EventCutflow.of(file(simulation, first, 2L * half), CARD.selection(), null);

    assertThat(read.ignored()).isEmpty();
    assertThat(read.header().decays()).hasValue(2L * half);
    assertThat(read.selection().required()).isEqualTo(simulation.selection().required());
    assertThat(read.result().selected()).isPositive();
    assertThat(numbers(read.result())).isEqualTo(numbers(run));
  }

  private static Result result(Simulation simulation, long first, long end) {
    return simulation.events(simulation.batch(), first, end, 512, Double.POSITIVE_INFINITY);
  }

  /// All that a result holds of selected events and cuts.
  private static List<List<Number>> numbers(Result result) {
    int cuts = CARD.selection().cuts().size();
    Spectrum spectrum = result.spectrum();
    return List.of(
        IntStream.range(0, cuts).<Number>mapToObj(result::passed).toList(),
        IntStream.range(0, cuts).<Number>mapToObj(result::failedOnly).toList(),
        weights(result, cuts),
        IntStream.range(0, spectrum.bins()).<Number>mapToObj(spectrum::count).toList(),
        List.of(result.measured(), result.selected(), result.variants()));
  }

  private static List<Number> weights(Result result, int cuts) {
    return IntStream.range(0, result.variants())
        .boxed()
        .<Number>flatMap(v ->
            IntStream.range(0, cuts)
                .boxed()
                .flatMap(c ->
                    List.<Number>of(
                        result.measuredWeight(v),
                        result.passedWeight(v, c),
                        result.failedOnlyWeight(v, c))
                        .stream()))
        .toList();
  }

  @Test
  void everyNumberReadsBackAsTheSame() throws IOException {
    Simulation simulation = simulation("munugamma", Role.SIMULATION);
    EventRows rows = new EventRows(simulation);
    float[] row = new float[rows.fields().size()];
    List<String> lines = Files.readAllLines(file(simulation, 0, 40));
    List<String> events = lines.subList(2, lines.size());
    assertThat(events).hasSizeBetween(2, 40);
    for (String line : events) {
      String[] fields = line.split(",", -1);
      assertThat(rows.read(Long.parseLong(fields[0]), row)).isTrue();
      for (int k = 0; k < row.length; k++) {
        float back = fields[k + 1].isEmpty() ? Float.NaN : Float.parseFloat(fields[k + 1]);
        assertThat(back).as(rows.fields().get(k).name()).isEqualTo(row[k]);
      }
    }
  }

  /// A sample cut in two is the same sample: no event knows its neighbours.
  @Test
  void theLinesDoNotDependOnWhereTheFileBegins() throws IOException {
    Simulation simulation = simulation("pi0munu", Role.SIMULATION);
    String whole = lines(simulation, 0, 90);
    assertThat(lines(simulation, 0, 31) + lines(simulation, 31, 59)).isEqualTo(whole);
  }

  private static String lines(Simulation simulation, long first, long count) throws IOException {
    StringWriter out = new StringWriter();
    EventWriter.write(new EventHeader(Map.of()), new EventRows(simulation), first, count, out);
    return out.toString().lines().skip(1).map(line -> line + "\n").reduce("", String::concat);
  }

  /// More events than a block has rows, with no number, no weight, no header.
  @Test
  void dataNeedNoMoreThanMeasuredColumns() throws IOException {
    int events = Rows.BLOCK + 100;
    String lines =
        IntStream.range(0, events)
            .mapToObj(i -> (100 + i % 90) + ".5e0,1e-3\n")
            .reduce("", String::concat);
    Path data = Files.writeString(folder.resolve("data.csv"), "vertexZ [m],distance [m]\n" + lines);
    EventCutflow read = EventCutflow.of(data, CARD.selection(), null);
    int vertex = read.selection().labels().indexOf("vertex in 105 to 180 m");
    assertThat(read.result().measured()).isEqualTo(events);
    assertThat(read.result().passed(vertex))
        .isEqualTo(IntStream.range(0, events).filter(i -> i % 90 >= 5 && i % 90 < 80).count());
    assertThat(read.result().variants()).isZero();
    assertThat(read.header().decays()).isEmpty();
  }
}
