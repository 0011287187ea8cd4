package org.lacuna.application.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.application.Lacuna;
import org.lacuna.application.card.Cards;
import org.lacuna.application.catalogue.Catalogue;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.response.Signal;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Losses;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.physics.decay.DecayModel;
import tools.jackson.databind.JsonNode;

/// The card in which every cut of the paper is applied to pseudo-data.
class RecordedLossesTest {
  private static final int BLOCKS = 15;
  private static final float RICH_END_GEV = 30;
  private static final RunCard CARD =
      Cards.resolve("na62-recorded", Map.of()).read(RunCard.cards(Catalogue.with(List.of())));

  @TempDir private Path folder;
  private final Lacuna lacuna = new Lacuna();

  private record Event(boolean isSelected, float momentum, Set<Signal> signals) {}

  private static Simulation chain(DecayModel model, Losses losses) {
    return Simulation.of(
        CARD.nature().apparatus(),
        CARD.reconstruction(),
        CARD.selection(),
        model,
        Role.NATURE,
        losses,
        CARD.seed());
  }

  private static Map<Long, Event> events(DecayModel model, Losses losses) {
    Simulation chain = chain(model, losses);
    Map<Long, Event> events = new TreeMap<>();
    Batch batch = chain.batch();
    for (int block = 0; block < BLOCKS; block++) {
      chain.run(batch, (long) block * Rows.BLOCK, Rows.BLOCK);
      for (int i = 0; i < batch.seen().n; i++) {
        boolean isSelected = chain.selection().failed(batch.seen().passed[i]).findAny().isEmpty();
        float momentum = batch.seen().track.momentum[i];
        events.put(
            batch.seen().number(i), new Event(isSelected, momentum, batch.fate().signals(i)));
      }
    }
    return events;
  }

  /// But for one event in 10⁵ each: muons that the RICH does not know, and whose momentum is
  /// measured beyond the end of its range though it is below; muons that MUV3 has lost and that are
  /// given an accidental signal.
  @Test
  void theEventsOfTheRealCardAreThoseThatAreDrawn() {
    for (DecayModel model : CARD.nature().processes()) {
      Map<Long, Event> drawn = events(model, Losses.DRAWN);
      Map<Long, Event> recorded = events(model, Losses.RECORDED);
      assertThat(recorded)
          .hasSizeGreaterThan(drawn.size())
          .containsKeys(drawn.keySet().toArray(Long[]::new));
      recorded.forEach((number, event) -> {
        Event other = drawn.get(number);
        String name = model.name() + " " + number;
        assertThat(event.signals.isEmpty()).as(name).isEqualTo(other != null);
        boolean isBeyond =
            event.signals.equals(Set.of(Signal.RICH)) && event.momentum >= RICH_END_GEV;
        boolean isFound = event.signals.equals(Set.of(Signal.MUV3)) && event.isSelected;
        if (!isBeyond && !isFound) {
          assertThat(event.isSelected).as(name).isEqualTo(other != null && other.isSelected);
        }
      });
    }
  }

  @Test
  void everyCutIsApplied() {
    Path file = folder.resolve("munu.csv");
    String[] simulate = {
      "simulate", "munu", "na62-recorded", "--nature", "--events", "2000", "--out", file.toString()
    };
    assertThat(lacuna.run(simulate)).isZero();
    assertThat(lacuna.run("select", file.toString(), "--card", "na62-recorded")).isZero();
    assertThat(lacuna.out()).contains("no LAV within 3 ns").doesNotContain("not applied");
  }

  /// With further tracks, chosen among and counted, and accidental signals: the file has what the
  /// selection reads, and the tracks.
  @Test
  void aFileIsSelectedAsMemoryIs() throws IOException {
    DecayModel pipipi =
        CARD.nature().processes().stream()
            .filter(model -> model.name().equals("pipipi"))
            .findFirst()
            .orElseThrow();
    Simulation chain = chain(pipipi, Losses.RECORDED);
    Batch batch = chain.batch();
    chain.run(batch, 0, Rows.BLOCK);
    long[] passed = new long[chain.selection().cuts().size()];
    for (int i = 0; i < batch.seen().n; i++) {
      int end = chain.selection().failed(batch.seen().passed[i]).min().orElse(passed.length);
      for (int cut = 0; cut < end; cut++) passed[cut]++;
    }
    assertThat(batch.seen().tracks.n).isGreaterThan(batch.seen().n / 2);

    Path file = folder.resolve("pipipi.csv");
    String events = Integer.toString(Rows.BLOCK);
    String[] simulate = {
      "simulate",
      "pipipi",
      "na62-recorded",
      "--nature",
      "--events",
      events,
      "--out",
      file.toString()
    };
    assertThat(lacuna.run(simulate)).isZero();
    JsonNode read = lacuna.json("select", file.toString(), "--card", "na62-recorded").get(0);
    assertThat(read.get("ignored")).isEmpty();
    assertThat(read.get("cutflow").valueStream().skip(2).map(step -> step.get("passed").asLong()))
        .containsExactlyElementsOf(LongStream.of(passed).boxed().toList());
    assertThat(read.get("cutflow").get(1).get("passed").asLong()).isEqualTo(batch.seen().n);
    assertThat(file)
        .content()
        .contains(",tracks[0].time [ns],", ",tracks[1].track.momentum [GeV],")
        .doesNotContain("tracks[2]");
  }

  @Test
  void anEventTellsWhatSawIt() {
    assertThat(lacuna.run("event", "--process", "pi0munu", "--number", "11", "na62-recorded"))
        .isZero();
    assertThat(lacuna.out())
        .contains("photon veto: a LAV signal", "photon veto: an LKr cluster away from the track")
        .contains("fails: no LAV within 3 ns");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nature: {veto: drawm}                                             | did you mean "drawn"
          simulation: {apparatus: {electron: {RICH: {shows-as: {rich: 90 %}}}}} | add up to 0.9
          simulation: {apparatus: {electron: {RICH: {shows-as: {rihc: 1}}}}}    | did you mean "rich"
          simulation: {apparatus: {photon-veto: {counters: {LAV: {signal: muv3}}}}} | "muv3" is unknown
          simulation: {apparatus: {accidental-signals: {LAV: {probability: 100 %}}}} | probability
          simulation: {apparatus: {accidental-signals: {RICH: {mean: 7}}}}  | mean
          simulation: {apparatus: {accidental-signals: {MUV3: {rate: 6}}}}  | has no unit
          simulation: {apparatus: {accidental-signals: {MUV3: {inner: 2}}}} | MUV3.inner: "2" is out of range
          simulation: {apparatus: {accidentals: perhaps}}                   | "perhaps" is unknown
          """)
  void refusesWhatItCannotRecord(String change, String told) throws IOException {
    Path card = folder.resolve("wrong.yaml");
    Files.writeString(card, "schema: lacuna/run/1\nextends: na62-recorded\n" + change + "\n");
    assertThat(lacuna.run("event", "--process", "munu", "--number", "1", card.toString()))
        .isEqualTo(2);
    assertThat(lacuna.err()).contains(told);
    assertThat(lacuna.err().lines().count()).isLessThanOrEqualTo(3);
  }
}
