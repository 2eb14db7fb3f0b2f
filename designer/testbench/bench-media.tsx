import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { chatBench as t } from '../kit/messages/en/chat-bench.ts';

/** Which medium the test bench writes in. */
export function BenchMedia({ media }: { readonly media: 'email' | 'chat' }) {
  const navigate = useNavigate();
  return (
    <SegmentedControl
      m="md"
      mb={0}
      size="xs"
      aria-label={t.media}
      value={media}
      data={[
        { value: 'email', label: t.email },
        { value: 'chat', label: t.chat },
      ]}
      onChange={(next) => void navigate({ to: next === 'chat' ? '/test-bench/chat' : '/test-bench' })}
    />
  );
}
