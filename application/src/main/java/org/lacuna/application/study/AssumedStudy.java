package org.lacuna.application.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.analysis.validation.WorkingPoint;
import org.lacuna.analysis.validation.WorkingPoint.Change;
import org.lacuna.application.card.CardException;
import org.lacuna.application.card.CardType;
import org.lacuna.application.card.Explanation;
import org.lacuna.application.card.Mark;
import org.lacuna.application.card.ResolvedCard;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.application.run.SampleList;

/// What each value of a card that is marked as assumed does to the results: the samples are thrown
/// again with 10 % more of it, from the same random numbers.
final class AssumedStudy {
  /// Parts of a sample, whose spread is the error.
  private static final int PARTS = 10;

  private static final double MASS_GEV = 0.3;
  private static final double THRESHOLD_GEV2 = 0.1;
  private static final double LIST_NONE = Double.POSITIVE_INFINITY;
  private static final BigDecimal MORE = new BigDecimal("1.1");
  private static final BigDecimal LESS = new BigDecimal("0.9");
  private static final Pattern NUMBER = Pattern.compile("([+-]?[\\d.]+(?:[eE][+-]?\\d+)?)(.*)");
  private static final Pattern ROW = Pattern.compile("\\.\\d+$");

  /// What the chain reads; the rest of a card is sizes of samples and settings of methods.
  private static final List<String> CHAIN = List.of("simulation.", "reconstruction.", "selection.");

  /// A value that is assumed.
  ///
  /// @param variation how it was changed; empty if it was not
  record Assumed(
      String key, String value, String source, String variation, Optional<Change> change) {}

  private final ResolvedCard resolved;
  private final CardType<RunCard> type;
  private final SampleList samples;
  private final long events;

  /// @param events for each sample
  AssumedStudy(ResolvedCard resolved, CardType<RunCard> type, SampleList samples, long events) {
    this.resolved = resolved;
    this.type = type;
    this.samples = samples;
    this.events = events;
  }

  /// A variation whose samples are to be thrown.
  private record Variation(String text, Supplier<List<WorkingPoint>> points) {}

  List<Assumed> run() {
    var base = points(resolved.read(type));
    Map<String, List<Explanation.Entry>> assumed = assumed();
    Map<String, Variation> variations = new LinkedHashMap<>();
    assumed.forEach((key, rows) -> variation(key, rows).ifPresent(it -> variations.put(key, it)));
    samples.run();
    List<WorkingPoint> before = base.get();
    List<Assumed> all = new ArrayList<>();
    assumed.forEach((key, rows) -> {
      Variation it = variations.get(key);
      all.add(
          new Assumed(
              key,
              rows.size() == 1 ? rows.getFirst().value() : rows.size() + " points",
              rows.getFirst().source().orElse(""),
              it == null ? "" : it.text,
              it == null
                  ? Optional.empty()
                  : Optional.of(WorkingPoint.change(before, it.points.get()))));
    });
    return all;
  }

  /// Numbers by key; the rows of a table under that of the table.
  private Map<String, List<Explanation.Entry>> assumed() {
    Map<String, List<Explanation.Entry>> assumed = new LinkedHashMap<>();
    for (Explanation.Entry entry : resolved.explain(type).entries()) {
      boolean isRow = entry.value().startsWith("[");
      if (entry.mark().orElse(null) != Mark.ASSUMED || !(isRow || isNumber(entry.value())))
        continue;
      String key = isRow ? ROW.matcher(entry.key()).replaceFirst("") : entry.key();
      assumed.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry);
    }
    return assumed;
  }

  private Optional<Variation> variation(String key, List<Explanation.Entry> rows) {
    String value = rows.getFirst().value();
    boolean isTable = value.startsWith("[");
    if (CHAIN.stream().noneMatch(key::startsWith)) return Optional.empty();
    boolean isZero = value.matches("[-+]?0(\\.0*)?( .*)?");
    Optional<RunCard> more = varied(key, text -> times(text, MORE, isTable));
    if (more.isPresent()) {
      String text = isTable ? "+10 %, up to 1" : isZero ? "+1" : "+10 %";
      return Optional.of(new Variation(text, points(more.get())));
    }
    return varied(key, text -> times(text, LESS, isTable))
        .map(less -> new Variation("−10 %", points(less)));
  }

  private static boolean isNumber(String value) {
    return NUMBER.matcher(value).matches();
  }

  /// The number times a factor, or one unit if it is zero.
  private static String times(String value, BigDecimal factor, boolean isProbability) {
    Matcher matcher = NUMBER.matcher(value);
    if (!matcher.matches()) return value;
    BigDecimal number = new BigDecimal(matcher.group(1));
    BigDecimal changed = number.signum() == 0 ? BigDecimal.ONE : number.multiply(factor);
    if (isProbability) changed = changed.min(BigDecimal.ONE);
    return changed.stripTrailingZeros().toPlainString() + matcher.group(2);
  }

  /// The card with another value, if it is a card at all.
  private Optional<RunCard> varied(String key, UnaryOperator<String> change) {
    try {
      return Optional.of(resolved.varied(key, change).read(type));
    } catch (CardException outOfRange) {
      return Optional.empty();
    }
  }

  /// The numbers of each part, when the samples have been thrown.
  private Supplier<List<WorkingPoint>> points(RunCard card) {
    List<Supplier<List<Sample>>> processes =
        card.simulation().processes().stream()
            .map(model ->
                samples.parts(
                    ValidationStudy.simulation(card, model), events, PARTS, THRESHOLD_GEV2))
            .toList();
    Supplier<List<Sample>> signal =
        samples.parts(
            ValidationStudy.simulation(card, card.signal().apply(MASS_GEV)),
            events,
            PARTS,
            Double.NEGATIVE_INFINITY);
    List<Supplier<List<Sample>>> scattered =
        TailStudy.layers(card).stream()
            .map(layer -> samples.parts(layer.sample(card), events, PARTS, LIST_NONE))
            .toList();
    WorkingPoint.Settings settings =
        new WorkingPoint.Settings(
            card.normalisation().branchingFraction(),
            card.normalisation().processes(),
            card.normalisation().region(),
            THRESHOLD_GEV2,
            card.fullExposure(),
            MASS_GEV,
            card.windows().signal());
    return () ->
        IntStream.range(0, PARTS)
            .mapToObj(part ->
                WorkingPoint.of(
                    settings, of(processes, part), signal.get().get(part), of(scattered, part)))
            .toList();
  }

  private static List<Sample> of(List<Supplier<List<Sample>>> samples, int part) {
    return samples.stream().map(sample -> sample.get().get(part)).toList();
  }
}
