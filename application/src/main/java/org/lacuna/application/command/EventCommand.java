package org.lacuna.application.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.input.InputException;
import org.lacuna.application.json.Json;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.response.Signal;
import org.lacuna.experiment.selection.Selection;
import org.lacuna.experiment.simulation.Apparatus;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Recorder;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.experiment.simulation.Stage;
import org.lacuna.report.figure.Figure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Replays one event through the stages of its sample.
@Command(
    name = "event",
    mixinStandardHelpOptions = true,
    description = {
      "Tells the story of one event: what each stage changed, and which cuts it failed.",
      "It is the same event as in a run with the same card and seed. With --out it is drawn too,",
      "from above and from the side, into FILE.svg, .pdf, .png or .csv."
    },
    footer = {
      "",
      "Examples:",
      "  lacuna event --process munu --number 4711",
      "  lacuna event --process pi0munu --number 17 --simulation --out event.svg"
    })
public final class EventCommand implements Runnable {
  private static final int NAMES_IN_A_LINE = 3;

  @Parameters(
      paramLabel = "CARD",
      arity = "0..1",
      defaultValue = "na62-2016-2018",
      description = "The card of the run (default: ${DEFAULT-VALUE}).")
  private String cardName = "";

  @Option(
      names = "--process",
      required = true,
      paramLabel = "P",
      description = "Decay mode, of the card or any other.")
  private String process = "";

  @Option(
      names = "--number",
      required = true,
      paramLabel = "N",
      description = "Number of the event in its sample, from 0 on.")
  private long number;

  @Option(
      names = "--simulation",
      description = "The event of the simulated sample instead of that of the pseudo-data.")
  private boolean simulated;

  @Mixin private AskedSample asked;
  @Mixin private OutFile picture;
  @Mixin private Answer answer;

  /// The whole story.
  ///
  /// @param tale what was produced, where it went and what was measured, in words
  /// @param signals by which it is lost: all where losses are recorded, the first where they are
  ///   drawn
  /// @param lostIn stage that lost the event; null if it was measured
  /// @param missed apertures and planes that the charged daughter does not pass through, if lost
  /// @param failed labels of the cuts that it fails
  record Story(
      String process,
      String role,
      long number,
      long seed,
      List<String> tale,
      List<String> signals,
      List<Chapter> stages,
      @Nullable String lostIn,
      List<String> missed,
      List<String> failed,
      boolean selected) {}

  /// What one stage changed.
  record Chapter(String stage, List<Recorder.Change> changes) {}

  @Override
  public void run() {
    if (number < 0) {
      throw new InputException("--number " + number + ": events are numbered from 0 on");
    }
    Role role = simulated ? Role.SIMULATION : Role.NATURE;
    AskedSample.Sample sample = asked.sample(cardName, process, role);
    Story story = tell(sample);
    picture.draw(() -> picture(sample, story));
    answer.print(story, () -> text(story));
  }

  private Story tell(AskedSample.Sample sample) {
    Simulation simulation = sample.simulation();
    Batch batch = simulation.batch();
    Recorder recorder = new Recorder();
    List<Chapter> chapters = new ArrayList<>();
    Map<Signal, String> signals = new LinkedHashMap<>();
    String lost = null;
    Simulation.start(batch, number, 1);
    // What the columns hold before is no news.
    recorder.changes(batch);
    for (Stage stage : simulation.stages()) {
      work(stage, batch);
      note(stage, batch, signals);
      chapters.add(new Chapter(stage.name(), recorder.changes(batch)));
      if (lost == null && !batch.goesOn(0)) lost = stage.name();
      if (batch.isEmpty()) break;
    }
    String lostIn = lost;
    if (lostIn != null && signals.isEmpty()) signals.putAll(signals(sample, lostIn));
    Selection selection = simulation.selection();
    List<String> failed =
        lostIn != null
            ? List.of()
            : selection.failed(batch.seen().passed[0]).mapToObj(selection.labels()::get).toList();
    EventTracks tracks = tracks(sample.apparatus(), chapters);
    return new Story(
        process,
        Json.word(simulation.role()),
        number,
        sample.card().seed(),
        EventTale.of(tracks, simulation.model()).lines(),
        List.copyOf(signals.values()),
        chapters,
        lostIn,
        lostIn == null ? List.of() : tracks.missed(),
        failed,
        lostIn == null && failed.isEmpty());
  }

  private static void work(Stage stage, Batch batch) {
    batch.draw().stage(stage.name());
    stage.work().accept(batch);
  }

  private static void note(Stage stage, Batch batch, Map<Signal, String> signals) {
    for (Signal signal : batch.isEmpty() ? Set.<Signal>of() : batch.fate().signals(0)) {
      signals.putIfAbsent(signal, stage.name() + ": " + signal.meaning());
    }
  }

  /// By what a stage that draws has lost the event.
  private Map<Signal, String> signals(AskedSample.Sample sample, String lostIn) {
    Map<Signal, String> signals = new LinkedHashMap<>();
    if (sample.simulation().role() != Role.NATURE) return signals;
    Simulation recorded = sample.recorded();
    Batch batch = recorded.batch();
    Simulation.start(batch, number, 1);
    for (Stage stage : recorded.stages()) {
      work(stage, batch);
      note(stage, batch, signals);
      if (stage.name().equals(lostIn)) break;
    }
    return signals;
  }

  private static EventTracks tracks(Apparatus apparatus, List<Chapter> chapters) {
    Map<String, Float> columns = new HashMap<>();
    for (Chapter chapter : chapters) {
      for (Recorder.Change change : chapter.changes) columns.put(change.column(), change.value());
    }
    return new EventTracks(apparatus, columns);
  }

  private static Figure picture(AskedSample.Sample sample, Story story) {
    String event =
        String.format(
            Locale.ROOT, "%s, event %d, seed %d", story.process, story.number, story.seed);
    return EventPicture.of(
        sample.apparatus(),
        tracks(sample.apparatus(), story.stages),
        Json.word(sample.simulation().model().charged()),
        sample.simulation().role() == Role.NATURE ? "pseudo-data" : "simulation",
        event,
        verdict(story));
  }

  /// What became of the event, line by line; a line is not longer than a picture is wide.
  private static List<String> verdict(Story story) {
    if (story.selected) return List.of("selected");
    List<String> lines = new ArrayList<>();
    if (story.lostIn != null) lines.add("lost in: " + story.lostIn);
    if (story.lostIn != null) lines.addAll(story.signals);
    for (int k = 0; k < story.missed.size(); k += NAMES_IN_A_LINE) {
      int end = Math.min(story.missed.size(), k + NAMES_IN_A_LINE);
      lines.add("misses: " + String.join(", ", story.missed.subList(k, end)));
    }
    story.failed.forEach(cut -> lines.add("fails: " + cut));
    return lines;
  }

  private static String text(Story story) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "event %d of %s/%s, seed %d%n",
            story.number,
            story.role,
            story.process,
            story.seed));
    for (String line : story.tale) text.append(line).append('\n');
    if (story.lostIn == null) {
      for (String line : story.signals) text.append(line).append('\n');
    }
    for (Chapter chapter : story.stages) {
      text.append('\n').append(chapter.stage).append('\n');
      for (Recorder.Change change : chapter.changes) {
        text.append(
            String.format(Locale.ROOT, "    %-28s %.7g%n", change.column(), change.value()));
      }
    }
    return text + "\n" + String.join("\n", verdict(story));
  }
}
