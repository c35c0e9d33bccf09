package io.crosscheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JUnitXmlTest {

  private static Element suite(RunReport report) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(JUnitXml.render(report))))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Element> elements(Element parent, String name) {
    var nodes = parent.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  @Test
  void the_suite_counts_each_outcome_once() throws IOException {
    Element suite = suite(Samples.mixed("mine"));
    assertEquals("mine", suite.getAttribute("name"));
    assertEquals("6", suite.getAttribute("tests"));
    assertEquals("1", suite.getAttribute("failures"));
    assertEquals("1", suite.getAttribute("errors"));
    assertEquals("2", suite.getAttribute("skipped"));
    assertEquals("4.250", suite.getAttribute("time"));
    assertEquals("2026-11-23T14:58:16", suite.getAttribute("timestamp"));
    assertEquals(6, elements(suite, "testcase").size());
    assertEquals(1, elements(suite, "failure").size());
    assertEquals(1, elements(suite, "error").size());
    assertEquals(2, elements(suite, "skipped").size());
  }

  @Test
  void a_failure_has_its_text_and_its_request() throws IOException {
    Element failed = elements(suite(Samples.mixed("mine")), "testcase").get(2);
    assertEquals("softmax.axis.slice", failed.getAttribute("classname"));
    assertEquals("Axis 2 | -2 |", failed.getAttribute("name"));
    Element failure = elements(failed, "failure").get(0);
    assertEquals("item 2: 0.5 - expected 0.25", failure.getAttribute("message"));
    assertEquals(
        "item 2: 0.5 - expected 0.25\nsecond line\n\n"
            + "Request: {\"operation\":\"softmax\",\"x\":[1,-0.0]}",
        failure.getTextContent());
  }

  @Test
  void a_skipped_case_says_why() throws IOException {
    List<Element> skipped = elements(suite(Samples.mixed("mine")), "skipped");
    assertEquals("unsupported: no float16 kernel", skipped.get(0).getAttribute("message"));
    assertEquals("excluded", skipped.get(1).getAttribute("message"));
  }

  @Test
  void any_text_gives_a_document_that_parses() throws IOException {
    String hostile =
        "a ]]> <script>&amp;\u0000\u0008\u001B[31mred\u001B[0m \uD800 \uFFFE \uD83D\uDE00";
    Case c = Samples.of(Samples.AXIS, hostile, hostile, Outcome.FAILED, hostile);
    Element failure = elements(suite(Samples.report(hostile, List.of(c))), "failure").get(0);
    assertEquals(
        "a ]]> <script>&amp;\uFFFD\uFFFDred \uFFFD \uFFFD \uD83D\uDE00",
        failure.getAttribute("message"));
  }
}
