package org.lacuna.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.lacuna.analysis.limits.EarlierLimit;
import org.lacuna.analysis.limits.EarlierLimits;
import org.lacuna.analysis.result.CutflowRow;
import org.lacuna.analysis.result.Hypothesis;
import org.lacuna.analysis.result.Results;
import org.lacuna.analysis.result.SearchStatus;
import org.lacuna.report.figure.Figure;

/// The page of a run: one file that needs no other and no network.
///
/// Its policy lets it load nothing and run the two scripts whose hashes it names, plotly and the
/// few lines that hand the figures over.
final class Page {
  private static final List<Double> SHOWN_MASSES_MEV =
      List.of(200.0, 250.0, 300.0, 350.0, 380.0, 384.0);

  private final Results results;
  private final Map<String, Figure> figures;
  private final SequencedMap<String, String> provenance;
  private final StringBuilder body = new StringBuilder();
  private final List<String> contents = new ArrayList<>();

  private Page(Results results, List<Figure> figures, SequencedMap<String, String> provenance) {
    this.results = results;
    this.figures = figures.stream().collect(Collectors.toMap(Figure::name, figure -> figure));
    this.provenance = provenance;
  }

  /// @param provenance what is to be said of how the numbers came about, in this order
  static String html(
      Results results, List<Figure> figures, SequencedMap<String, String> provenance) {
    Page page = new Page(results, figures, provenance);
    page.write();
    String plotly = resource("plotly-basic.min.js").replace("</script", "<\\/script");
    String draw =
        resource("draw.js")
            .replace(
                "FIGURES",
                figures.stream()
                    .map(Interactive::json)
                    .collect(Collectors.joining(",\n", "[", "]")));
    return resource("page.html")
        .replace("{{hashes}}", hash(plotly) + " " + hash(draw))
        .replace("{{style}}", resource("page.css"))
        .replace("{{contents}}", String.join("\n", page.contents))
        .replace("{{body}}", page.body)
        .replace("{{plotly}}", plotly)
        .replace("{{draw}}", draw);
  }

  private void write() {
    section("summary", "Summary");
    if (results.isPseudoData()) {
      paragraph(
          "class=\"warning\"",
          "All events on this page are <b>pseudo-data</b>: Lacuna generated them. Nothing here was "
              + "measured.");
    }
    table(Tables.published(results));

    section("normalisation", "Normalisation");
    table(Tables.normalisation(results));

    section("selection", "Selection");
    table(Tables.cutflow(results));

    section("spectrum", "Missing mass");
    figure("missing-mass-spectrum");
    figure("missing-mass-tail");
    table(Tables.background(results));

    section("signal", "Signal");
    figure("mass-resolution");
    figure("acceptance");
    figure("lifetime");
    figure("single-event-sensitivity");
    hypotheses(Tables.search(results));

    section("limits", "Limits");
    figure("events-limit");
    figure("significance");
    largestExcess();
    figure("mixing-limit");
    figure("mixing-limit-summary");
    hypotheses(Tables.limits(results));

    if (!results.thresholds().isEmpty()) excess();

    section("full-exposure", "Expectation at the exposure of the paper");
    figure("mixing-limit-full-exposure");
    hypotheses(Tables.fullExposure(results));

    section("not-reproduced", "What is not reproduced");
    list(missing());

    section("earlier", "Earlier limits");
    list(EarlierLimits.all().stream().map(Page::reference).distinct().map(Table::escaped).toList());

    section("provenance", "Provenance");
    body.append("<dl>\n");
    provenance.forEach((name, value) ->
        body.append(
            "<dt>%s</dt><dd>%s</dd>\n".formatted(Table.escaped(name), Table.escaped(value))));
    body.append("</dl>\n");
  }

  /// What the paper has and this run has not.
  private List<String> missing() {
    List<String> all = new ArrayList<>();
    List<String> cuts =
        results.cutflow().stream()
            .filter(row -> !row.applied())
            .map(CutflowRow::cut)
            .distinct()
            .toList();
    if (!cuts.isEmpty()) {
      all.add(
          "Cuts that are not simulated: "
              + Table.escaped(String.join("; ", cuts))
              + ". What a muon or photon loses by them is a weight, or drawn before the"
              + " selection.");
    }
    results.published().stream()
        .filter(row -> Double.isNaN(row.lacuna().value()))
        .forEach(row -> all.add("Not computed: " + Table.escaped(row.quantity()) + "."));
    if (results.munux().scalar().isEmpty()) {
      all.add("No search for " + Symbols.process("munux") + ".");
    }
    if (results.munununu().status() == SearchStatus.NOT_COMPUTED) {
      all.add("No search for " + Symbols.process("munununu") + ".");
    }
    results.hnl().hypotheses().stream()
        .filter(hypothesis -> !hypothesis.status().hasLimit())
        .forEach(hypothesis ->
            all.add(
                "No limit at %s MeV/<i>c</i><sup>2</sup>: %s."
                    .formatted(Numbers.digits(hypothesis.massMeV(), 4), hypothesis.status())));
    return all;
  }

  private void excess() {
    section("excess", "Excess at large missing masses");
    figure("threshold-events");
    table(Tables.thresholds(results));
    table(Tables.munununu(results));
    figure("munux-limit");
    table(Tables.munuxScalar(results));
    table(Tables.munuxVector(results));
  }

  private static String reference(EarlierLimit limit) {
    return "%s. Process %s; %s.".formatted(limit.citation(), limit.process(), limit.obtained());
  }

  private void largestExcess() {
    var global = results.hnl().global();
    if (Double.isNaN(global.largestSignificance())) return;
    paragraph(
        "",
        "The largest excess is %s σ, at %s MeV/<i>c</i><sup>2</sup>%s."
            .formatted(
                Numbers.digits(global.largestSignificance(), 2),
                Numbers.digits(global.massMeV(), 4),
                Double.isNaN(global.pValue())
                    ? ""
                    : "; its global p-value is %s (%s)"
                        .formatted(
                            Numbers.digits(global.pValue(), 2), Table.escaped(global.method()))));
  }

  // Pieces

  private void section(String name, String title) {
    contents.add("<a href=\"#%s\">%s</a>".formatted(name, title));
    body.append("<h2 id=\"%s\">%s</h2>\n".formatted(name, title));
  }

  private void paragraph(String attributes, String text) {
    body.append("<p %s>%s</p>\n".formatted(attributes, text));
  }

  private void list(List<String> entries) {
    body.append("<ul>\n");
    for (String entry : entries) body.append("<li>").append(entry).append("</li>\n");
    body.append("</ul>\n");
  }

  private void figure(String name) {
    Figure figure = figures.get(name);
    if (figure == null) return;
    body.append(
        """
        <figure>
        <div id="%1$s" class="plot"></div>
        <figcaption>%2$s <span class="files">%3$s</span></figcaption>
        </figure>
        """
            .formatted(
                name,
                figure.caption().markup(),
                files("figures", name, "svg", "pdf", "png", "csv")));
  }

  private void table(Table<?> table) {
    body.append(
        "<h3>%s <span class=\"files\">%s</span></h3>\n%s"
            .formatted(table.title(), files("tables", table.name(), "csv", "md"), table.html()));
  }

  /// A few masses at a glance, all of them on demand.
  private void hypotheses(Table<Hypothesis> table) {
    List<Hypothesis> few =
        table.rows().stream()
            .filter(hypothesis -> SHOWN_MASSES_MEV.contains(hypothesis.massMeV()))
            .toList();
    table(new Table<>(table.name(), table.title(), table.columns(), few));
    body.append(
        "<details><summary>all %d masses</summary>\n%s</details>\n"
            .formatted(table.rows().size(), table.html()));
  }

  private static String files(String folder, String name, String... endings) {
    return List.of(endings).stream()
        .map(ending -> "<a href=\"../%s/%s.%s\">%s</a>".formatted(folder, name, ending, ending))
        .collect(Collectors.joining(" "));
  }

  private static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Page.class.getResourceAsStream("page/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
