package dev.slipway.cli.platform.supervisor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * supervisord's own interface, XML-RPC on its socket: its command line program would start Python for every question.
 *
 * @param socket where supervisord listens
 */
record SupervisorInterface(Path socket) {
    /** What every program is at. */
    List<ProgramState> states() throws IOException {
        NodeList structs = call("getAllProcessInfo", "").getElementsByTagName("struct");
        List<ProgramState> states = new ArrayList<>();
        for (int index = 0; index < structs.getLength(); index++) {
            Map<String, String> members = members((Element) structs.item(index));
            states.add(new ProgramState(
                    members.getOrDefault("name", ""),
                    members.getOrDefault("statename", "UNKNOWN"),
                    members.getOrDefault("description", "")));
        }
        return states;
    }

    /** Starts a program and does not wait until it runs. */
    void start(String name) throws IOException {
        call("startProcess", parameter("string", name) + parameter("boolean", "0"));
    }

    /** Starts all programs and does not wait until they run. */
    void startAll() throws IOException {
        call("startAllProcesses", parameter("boolean", "0"));
    }

    private Document call(String method, String parameters) throws IOException {
        String body = "<?xml version=\"1.0\"?><methodCall><methodName>supervisor." + method + "</methodName><params>"
                + parameters + "</params></methodCall>";
        Document answer = parse(exchange(body));
        if (answer.getElementsByTagName("fault").getLength() > 0) {
            throw new IOException(
                    method + ": " + answer.getDocumentElement().getTextContent().strip());
        }
        return answer;
    }

    private String exchange(String body) throws IOException {
        byte[] request = ("POST /RPC2 HTTP/1.0\r\nHost: supervisor\r\nContent-Type: text/xml\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            ByteBuffer buffer = ByteBuffer.wrap(request);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Document parse(String response) throws IOException {
        int end = response.indexOf("\r\n\r\n");
        if (end < 0 || !response.substring(0, end).contains(" 200 ")) {
            throw new IOException(
                    "supervisord answered " + response.lines().findFirst().orElse("nothing"));
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            byte[] xml = response.substring(end).strip().getBytes(StandardCharsets.UTF_8);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("supervisord's answer cannot be read", e);
        }
    }

    private static Map<String, String> members(Element struct) {
        Map<String, String> members = new HashMap<>();
        NodeList list = struct.getElementsByTagName("member");
        for (int index = 0; index < list.getLength(); index++) {
            Element member = (Element) list.item(index);
            members.put(text(member, "name"), text(member, "value"));
        }
        return members;
    }

    private static String text(Element element, String tag) {
        return element.getElementsByTagName(tag).item(0).getTextContent().strip();
    }

    private static String parameter(String type, String value) {
        return "<param><value><%1$s>%2$s</%1$s></value></param>".formatted(type, value);
    }
}
