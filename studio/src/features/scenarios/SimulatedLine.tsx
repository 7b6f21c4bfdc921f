import type { Line } from '@scenarium/engine';
import { Button } from 'antd';

interface SimulatedLineProps {
  line: Line;
  isLast: boolean;
  onPress(id: string, label: string): void;
}

export function SimulatedLine({ line, isLast, onPress }: SimulatedLineProps) {
  if (line.from === 'contact') return <div className="bubble mine">{line.text}</div>;
  const { text, buttons = [] } = line.message;
  return (
    <div className="bubble">
      {text}
      {buttons.length > 0 && (
        <div className="bubble-buttons">
          {buttons.map(({ id, label }) => (
            <Button key={id} size="small" disabled={!isLast} onClick={() => onPress(id, label)}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
