// Jdbc URL READINGS: each reading with a server-side prepared statement and binary transfer against the server's text of it.
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.TreeSet;

public class Jdbc {
	static boolean same(Object value, String text) throws Exception {
		if (value == null || text == null)
			return value == null && text == null;
		if (value instanceof Double)
			return Double.parseDouble(text) == (Double) value;
		if (value instanceof BigDecimal)
			return new BigDecimal(text).compareTo((BigDecimal) value) == 0;
		if (value instanceof Boolean)
			return text.equals(value.toString());
		if (value instanceof Array) {
			Object[] elements = (Object[]) ((Array) value).getArray();
			String[] texts = text.replaceAll("[{}]", "").split(",");
			if (elements.length > 0 && elements[0] instanceof Object[])
				elements = (Object[]) elements[0];
			for (int i = 0; i < elements.length; i++)
				if (!same(elements[i], texts[i]))
					return false;
			return true;
		}
		return value.toString().equals(text);
	}

	public static void main(String[] args) throws Exception {
		// prepareThreshold -1: a server-side statement, and binary transfer, from the first execution on.
		Connection connection = DriverManager.getConnection(args[0] + "&prepareThreshold=-1&binaryTransfer=true");
		TreeSet<String> types = new TreeSet<>();
		int values = 0;

		for (String line : Files.readAllLines(Path.of(args[1]))) {
			String[] reading = line.split("\t");
			String query = reading[0].replace("?", "??").replace("$1", "?");
			int parameters = reading[0].split("\\$1", -1).length - 1;
			PreparedStatement statement = connection.prepareStatement(query);
			for (int i = 1; i <= parameters; i++)
				statement.setString(i, reading[1]);
			for (int round = 0; round < 2; round++) {
				ResultSet rows = statement.executeQuery();
				int columns = rows.getMetaData().getColumnCount();
				StringBuilder texts = new StringBuilder();
				for (int i = 1; i <= columns; i++)
					texts.append(i > 1 ? ", " : "").append("q.\"").append(rows.getMetaData().getColumnName(i)).append("\"::text");
				PreparedStatement reference = connection.prepareStatement("SELECT " + texts + " FROM (" + query + ") AS q");
				for (int i = 1; i <= parameters; i++)
					reference.setString(i, reading[1]);
				ResultSet expected = reference.executeQuery();
				while (rows.next() && expected.next())
					for (int i = 1; i <= columns; i++) {
						Object value = rows.getObject(i);
						values++;
						types.add(rows.getMetaData().getColumnTypeName(i) + " " + (value == null ? "null" : value.getClass().getSimpleName()));
						if (!same(value, expected.getString(i)))
							throw new Exception(reading[0] + ": " + value + " is not " + expected.getString(i));
					}
			}
		}
		System.out.println("JDBC " + connection.getMetaData().getDriverVersion() + ": " + values + " values, as " + types);
	}
}
