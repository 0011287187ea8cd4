package org.lacuna.experiment.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.beam.PileUp;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.reconstruction.Step;
import org.lacuna.experiment.response.Fate;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.selection.Selection;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.Truth;

/// One sample from the beam to the selection: the list of stages through which its events go, the
/// same for one event and for 10¹⁰.
///
/// In simulated samples, probabilities (efficiencies, photons not seen) multiply the weights. In
/// nature the same weight is drawn, by one uniform number for each event: so the two cannot drift
/// apart. A lost event ends there, or goes on with the signals by which it is lost ([Losses]).
///
/// Assembly rehearses the chain on a few events and refuses what would be wrong without being seen:
/// two stages of one name, random numbers used twice, undefined results, events that depend on
/// their neighbours or on what an earlier block or stage left behind. Measured columns that no
/// stage fills are absent, and cuts that read them are not applied.
public final class Simulation {
  /// Events per unit of work.
  public static final int CHUNK = 1 << 20;

  private final DecayModel model;
  private final Role role;
  private final Losses losses;
  private final long seed;
  private final List<Stage> stages;
  private final Selection selection;

  private Simulation(
      DecayModel model,
      Role role,
      Losses losses,
      long seed,
      List<Stage> stages,
      Selection selection) {
    this.model = model;
    this.role = role;
    this.losses = losses;
    this.seed = seed;
    this.stages = List.copyOf(stages);
    this.selection = selection;
  }

  /// Assembles and rehearses a sample.
  ///
  /// @param reconstruction in order
  /// @param role nature draws probabilities, all others carry them as weights
  public static Simulation of(
      Apparatus apparatus,
      List<Step.Named> reconstruction,
      Selection selection,
      DecayModel model,
      Role role,
      long seed) {
    return of(apparatus, reconstruction, selection, model, role, Losses.of(role), seed);
  }

  /// The same, where one says what becomes of lost events.
  public static Simulation of(
      Apparatus apparatus,
      List<Step.Named> reconstruction,
      Selection selection,
      DecayModel model,
      Role role,
      Losses losses,
      long seed) {
    // Of drawn events too few are left for a rehearsal.
    Losses rehearsed = losses == Losses.DRAWN ? Losses.WEIGHTED : losses;
    List<Stage> stages = Stages.of(apparatus, reconstruction, model, rehearsed);
    Simulation chain = new Simulation(model, role, rehearsed, seed, stages, selection);
    Selection possible = selection.without(new Rehearsal(chain).absentColumns());
    return selected(apparatus, reconstruction, possible, model, role, losses, seed);
  }

  /// The same chain for another model of the same process, without a rehearsal: all masses of one
  /// model share their random numbers.
  public static Simulation sameChain(
      Simulation rehearsed,
      Apparatus apparatus,
      List<Step.Named> reconstruction,
      DecayModel model) {
    if (!model.name().equals(rehearsed.model.name())) {
      throw new IllegalArgumentException(
          "the chain was rehearsed for " + rehearsed.model.name() + ", not for " + model.name());
    }
    return selected(
        apparatus,
        reconstruction,
        rehearsed.selection,
        model,
        rehearsed.role,
        rehearsed.losses,
        rehearsed.seed);
  }

  /// The same events, without a rehearsal, but those that a veto or an efficiency loses go on.
  public static Simulation recorded(
      Simulation rehearsed, Apparatus apparatus, List<Step.Named> reconstruction) {
    return selected(
        apparatus,
        reconstruction,
        rehearsed.selection,
        rehearsed.model,
        rehearsed.role,
        Losses.RECORDED,
        rehearsed.seed);
  }

  private static Simulation selected(
      Apparatus apparatus,
      List<Step.Named> reconstruction,
      Selection selection,
      DecayModel model,
      Role role,
      Losses losses,
      long seed) {
    List<Stage> stages = new ArrayList<>(Stages.of(apparatus, reconstruction, model, losses));
    stages.add(new Stage("selection", batch -> selection.apply(batch.seen())));
    return new Simulation(model, role, losses, seed, stages, selection);
  }

  public DecayModel model() {
    return model;
  }

  public Role role() {
    return role;
  }

  /// What becomes of events that are lost.
  Losses losses() {
    return losses;
  }

  /// The cuts, with those marked that cannot be applied.
  public Selection selection() {
    return selection;
  }

  public List<Stage> stages() {
    return stages;
  }

  /// Columns for one worker.
  public Batch batch() {
    return new Batch(
        new Truth(model, variants()),
        new PileUp(),
        new Measured(),
        new Fate(),
        new Draws(role, model.name(), seed));
  }

  /// Weights of an event, of which the first is there even if it is drawn.
  private int variants() {
    return losses == Losses.WEIGHTED ? Variant.count(model.photons()) : 1;
  }

  /// Sends events through all stages.
  ///
  /// @param first number of the first event
  /// @param count at most [Rows#BLOCK]
  public void run(Batch batch, long first, int count) {
    run(batch, first, count, _ -> {});
  }

  /// Makes decays in the laboratory, and stops before the first detector.
  public void decays(Batch batch, long first, int count) {
    start(batch, first, count);
    for (Stage stage : stages) {
      batch.draw().stage(stage.name());
      stage.work().accept(batch);
      if (stage.name().equals(Stages.LABORATORY)) return;
    }
  }

  void run(Batch batch, long first, int count, Consumer<Batch> beforeEachStage) {
    start(batch, first, count);
    for (Stage stage : stages) {
      // An empty loop would teach the JIT that loops are empty.
      if (batch.isEmpty()) return;
      beforeEachStage.accept(batch);
      batch.draw().stage(stage.name());
      stage.work().accept(batch);
    }
  }

  /// Numbers the events of a block, before the first stage.
  public static void start(Batch batch, long first, int count) {
    batch.truth().number(first, count);
    batch.seen().n = 0;
    batch.seen().gtk.n = 0;
    batch.seen().tracks.n = 0;
  }

  /// An empty result of this sample.
  ///
  /// @param listedAboveGeV2 selected events with a larger squared missing mass are listed
  public Result result(double listedAboveGeV2) {
    return new Result(selection, losses == Losses.WEIGHTED ? variants() : 0, listedAboveGeV2);
  }

  /// One unit of work: a function of the sample and its number alone.
  ///
  /// @param chunk its number; it holds events from `chunk · 2²⁰` on
  /// @param events of the whole sample
  /// @param rows per block, at most [Rows#BLOCK]; the result does not depend on it
  public Result chunk(Batch batch, long chunk, long events, int rows, double listedAboveGeV2) {
    long first = chunk * CHUNK;
    return events(batch, first, Math.min(events, first + CHUNK), rows, listedAboveGeV2);
  }

  /// The events from `first` up to `end`, exclusively, which do not cross a multiple of 2³².
  public Result events(Batch batch, long first, long end, int rows, double listedAboveGeV2) {
    if (!(rows >= 1 && rows <= Rows.BLOCK)) {
      throw new IllegalArgumentException("a block has 1 to " + Rows.BLOCK + " rows, not " + rows);
    }
    Result result = result(listedAboveGeV2);
    for (long next = first; next < end; next += rows) {
      int count = (int) Math.min(rows, end - next);
      run(batch, next, count);
      result.fill(count, batch.seen(), batch.truth().weight);
    }
    return result;
  }

  /// Number of chunks of a sample.
  public static long chunks(long events) {
    return (events + CHUNK - 1) / CHUNK;
  }
}
