package io.crosscheck.report;

import java.io.IOException;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A report in the form that build servers read: one test suite, one test case per case. */
final class JUnitXml {

  private final RunReport report;
  private final XMLStreamWriter xml;

  private JUnitXml(RunReport report, XMLStreamWriter xml) {
    this.report = report;
    this.xml = xml;
  }

  /** The document, to be stored as UTF-8. */
  static String render(RunReport report) throws IOException {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JUnitXml(report, xml).document();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("junit.xml could not be made: " + e.getMessage(), e);
    }
    return text.toString();
  }

  private void document() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    newLine();
    xml.writeStartElement("testsuite");
    attribute("name", report.implementation().name());
    attribute("tests", Integer.toString(report.cases().size() + report.staleExpectations().size()));
    Totals totals = report.counted();
    int failures = totals.failed() + totals.unexpectedPass() + totals.staleExpectation();
    attribute("failures", Integer.toString(failures));
    attribute("errors", Integer.toString(totals.errored()));
    int skipped = totals.unsupported() + totals.excluded() + totals.expectedFailure();
    attribute("skipped", Integer.toString(skipped));
    attribute("time", Figures.seconds(report.run().seconds()));
    // The schema of these files has no place for a zone.
    attribute("timestamp", report.run().started().replaceFirst("(\\.\\d+)?Z$", ""));
    newLine();
    for (Case c : report.cases()) {
      testCase(c);
    }
    for (Expectation stale : report.staleExpectations()) {
      stale(stale);
    }
    xml.writeEndElement();
    newLine();
    xml.writeEndDocument();
  }

  private void testCase(Case c) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", c.requirement());
    attribute("name", c.example().isEmpty() ? c.scenario() : c.scenario() + " " + c.example());
    attribute("time", Figures.seconds(c.seconds()));
    switch (c.outcome()) {
      case PASSED -> {}
      case FAILED, UNEXPECTED_PASS -> problem("failure", c);
      case ERRORED -> problem("error", c);
      case UNSUPPORTED, EXCLUDED -> skipped(c.outcome().token(), c.message());
      case EXPECTED_FAILURE -> skipped(c.outcome().token(), reason(c));
    }
    if (c.stderr() != null) {
      xml.writeStartElement("system-err");
      xml.writeCharacters(PlainText.clean(c.stderr()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    newLine();
  }

  private void problem(String element, Case c) throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("message", PlainText.firstLine(c.message(), 300));
    attribute("type", c.level().token());
    xml.writeCharacters(PlainText.clean(c.message()));
    if (c.request() != null) {
      xml.writeCharacters("\n\nRequest: " + PlainText.clean(c.request().toString()));
    }
    xml.writeEndElement();
  }

  private void skipped(String outcome, @Nullable String message) throws XMLStreamException {
    String reason = PlainText.firstLine(message, 300);
    xml.writeEmptyElement("skipped");
    attribute("message", outcome + (reason.isEmpty() ? "" : ": " + reason));
  }

  private static @Nullable String reason(Case c) {
    return c.expectation() == null ? c.message() : c.expectation().reason();
  }

  /** A test case of its own, for it has none in the run. */
  private void stale(Expectation stale) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", "expectations");
    attribute("name", stale.toString());
    attribute("time", Figures.seconds(0));
    xml.writeEmptyElement("failure");
    attribute("message", "stale_expectation: it matches no case");
    attribute("type", "expectation");
    xml.writeEndElement();
    newLine();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, PlainText.clean(value));
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
