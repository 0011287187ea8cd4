package org.lacuna.application.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lacuna.application.events.EventHeader;
import org.lacuna.application.events.EventWriter;
import org.lacuna.application.input.Count;
import org.lacuna.application.input.InputException;
import org.lacuna.application.json.Json;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.simulation.EventRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the events of one process to a file.
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Simulates decays of one process and writes what is measured of them, as CSV.",
      "They are the events of a run with the same card and seed: those of the simulated sample,",
      "with weights, or with --nature those of the pseudo-data. What really happened stands in",
      "columns of its own, truth.*, which the selection does not read."
    },
    footer = {
      "",
      "Examples:",
      "  lacuna simulate munu --events 1e5 --out munu.csv",
      "  lacuna simulate hnl --mass \"270 MeV\" --events 20000 --out hnl270.csv",
      "  lacuna simulate munux --model vector --mass \"100 MeV\" --events 1e5 --out munux.csv",
      "  lacuna simulate pipi0 --nature --events 1e6 --first 1e6 my-card.yaml --out pipi0.csv"
    })
public final class SimulateCommand implements Runnable {
  @Parameters(
      index = "0",
      paramLabel = "PROCESS",
      description = "Decay mode, of the card or any other.")
  private String process = "";

  @Parameters(
      index = "1",
      paramLabel = "CARD",
      arity = "0..1",
      defaultValue = "na62-2016-2018",
      description = "The card of the run (default: ${DEFAULT-VALUE}).")
  private String cardName = "";

  @Option(
      names = "--events",
      required = true,
      paramLabel = "N",
      converter = Count.class,
      description = "Decays to throw. Those that the detectors miss have no line in the file.")
  private long events;

  @Option(
      names = "--first",
      paramLabel = "K",
      converter = Count.class,
      description = "Number of the first event (default: 0).")
  private long first;

  @Option(names = "--nature", description = "Events of the pseudo-data, without weights.")
  private boolean nature;

  @Mixin private AskedSample asked;
  @Mixin private OutFile file;

  @Override
  public void run() {
    if (!file.isAsked()) throw new InputException("--out is missing: name the file to write");
    if (events > Long.MAX_VALUE - first) {
      throw new InputException(
          "--first " + first + " and --events " + events + ": the last number exceeds 2^63 - 1");
    }
    Role role = nature ? Role.NATURE : Role.SIMULATION;
    AskedSample.Sample sample = asked.sample(cardName, process, role);
    EventRows rows = new EventRows(sample.simulation());
    EventHeader header = new EventHeader(header(role, sample));
    file.write(out -> {
      if (out != null) EventWriter.write(header, rows, first, events, out);
      return header;
    });
  }

  private Map<String, String> header(Role role, AskedSample.Sample sample) {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("schema", EventHeader.SCHEMA);
    header.put("process", process);
    header.put("role", Json.word(role));
    header.put("seed", Long.toString(sample.card().seed()));
    header.put("first", Long.toString(first));
    header.put("decays", Long.toString(events));
    header.put("card", cardName);
    header.put("card-sha256", sample.resolved().hash());
    return header;
  }
}
